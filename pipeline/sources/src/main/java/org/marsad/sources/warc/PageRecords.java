// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.article.ArticleExtractor;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages of any web archive (ISO 28500), whoever made it: HTML that a server answered with
 * success, or that was archived as a resource. Its other records do not count: requests, revisits
 * of what is elsewhere, images. A page that cannot be read is told of, and the next one is read.
 */
public final class PageRecords implements Closeable {
  private static final int LIMIT = ArticleExtractor.DEFAULT_LIMIT;

  /** An answer by HTTP, or one of which its tool does not say by what. */
  private static final Set<String> HTTP = Set.of("application/http", "");

  private final WarcReader reader;
  private final Described described = new Described();
  private long number;

  private PageRecords(WarcReader reader) {
    this.reader = reader;
    reader.setLenient(true);
  }

  /**
   * @throws IOException where this is no web archive; an {@link EOFException} where there is
   *     nothing at all
   */
  public static PageRecords of(InputStream in) throws IOException {
    return new PageRecords(new WarcReader(in));
  }

  /** As a stream: in a file, the library skips a record without looking whether it is all there. */
  static PageRecords open(Path file) throws IOException {
    return of(new BufferedInputStream(Files.newInputStream(file)));
  }

  /**
   * @return null behind the last page
   * @throws EOFException where the archive breaks off
   * @throws java.util.zip.ZipException where it cannot be unpacked any further
   * @throws ParsingException where what follows is no record
   * @throws IOException where the file cannot be read
   */
  public @Nullable ArchivedPage next() throws IOException {
    for (WarcRecord record = record(); record != null; record = record()) {
      ArchivedPage page = pageOrFault(record);
      if (page != null) {
        return page;
      }
    }
    return null;
  }

  /** What a record of ours tells beside the page; null of other archives' pages. */
  @Nullable CaptureFacts factsOf(ArchivedPage page) {
    return described.factsOf(page.recordId());
  }

  /** The number of the record that was read last, or that cannot be. */
  public long number() {
    return number;
  }

  private @Nullable WarcRecord record() throws IOException {
    number++;
    try {
      return reader.next().orElse(null);
    } catch (RuntimeException malformed) {
      throw new ParsingException("the record's head cannot be read");
    } catch (NoClassDefFoundError unpacker) {
      // The library's own, for zstd alone, is not among ours.
      throw new IOException("it is packed with zstd, which is not read; unpack it", unpacker);
    }
  }

  private @Nullable ArchivedPage pageOrFault(WarcRecord record) throws IOException {
    try {
      return page(record);
    } catch (UnreadablePageException named) {
      return unreadable(record, named.reason(), String.valueOf(named.getMessage()));
    } catch (IOException | RuntimeException broken) {
      requireWhole(record);
      return unreadable(
          record, "broken-record", "the record cannot be decoded; fetch its page again");
    }
  }

  /** Or else it is not the page that is broken, but the archive that breaks off within it. */
  private static void requireWhole(WarcRecord record) throws IOException {
    record.body().consume();
    if (record.body().position() < record.body().size()) {
      throw new EOFException();
    }
  }

  private @Nullable ArchivedPage page(WarcRecord record) throws IOException {
    if (record instanceof WarcMetadata metadata) {
      described.note(metadata);
      return null;
    }
    if (record instanceof WarcResource) {
      String type = RecordHead.contentType(record);
      return described.isOf(RecordHead.id(record)) || isHtml(type)
          ? whole(record, type, record.body().stream().readNBytes(LIMIT + 1))
          : null;
    }
    return record instanceof WarcResponse response && HTTP.contains(RecordHead.type(response))
        ? answer(response)
        : null;
  }

  private @Nullable ArchivedPage answer(WarcResponse response) throws IOException {
    HttpResponse http = response.http();
    if (http.status() / 100 != 2) {
      return null;
    }
    String type = http.headers().first("Content-Type").map(String::strip).orElse("");
    if (!type.isEmpty()) {
      return isHtml(type) ? whole(response, type, HttpPage.body(http, LIMIT)) : null;
    }
    byte[] page = HttpPage.body(http, LIMIT);
    return HttpPage.isMarkup(page) ? whole(response, null, page) : null;
  }

  private ArchivedPage whole(WarcRecord record, @Nullable String type, byte[] page)
      throws IOException {
    if (page.length > LIMIT) {
      throw new UnreadablePageException(
          "too-large",
          "the page is larger than " + LIMIT / (1024 * 1024) + " MB; no article is; remove it");
    }
    requireWhole(record);
    return new ArchivedPage.Whole(
        number, RecordHead.url(record), RecordHead.id(record), record.date(), type, page);
  }

  private ArchivedPage unreadable(WarcRecord record, String reason, String message) {
    return new ArchivedPage.Unreadable(
        number, RecordHead.url(record), RecordHead.id(record), reason, message);
  }

  private static boolean isHtml(@Nullable String type) {
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return lower.startsWith("text/html") || lower.startsWith("application/xhtml+xml");
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
