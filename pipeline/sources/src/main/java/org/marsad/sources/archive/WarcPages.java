// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.sources.article.ArticleExtractor;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages of a web archive (ISO 28500): HTML that a server answered with success, or that was
 * archived as a resource. Its other records do not count. A record's number is its place among all
 * of them.
 */
final class WarcPages implements RecordReader {
  private final WarcReader reader;
  private final RecordMapper mapper;
  private long number;

  WarcPages(InputStream in, RecordMapper mapper) throws IOException {
    this.reader = new WarcReader(in);
    this.mapper = mapper;
    reader.setLenient(true);
  }

  @Override
  public @Nullable Intake next() throws IOException {
    for (WarcRecord record = record(); record != null; record = record()) {
      if (record instanceof WarcResponse || record instanceof WarcResource) {
        Intake page = pageOrFault((WarcCaptureRecord) record);
        if (page != null) {
          return page;
        }
      }
    }
    return null;
  }

  private @Nullable WarcRecord record() throws IOException {
    number++;
    try {
      return reader.next().orElse(null);
    } catch (ParsingException | RuntimeException e) {
      throw new BadFileException(
          "malformed-warc",
          "record "
              + number
              + " of the web archive cannot be read, and so nothing behind it; fetch it again");
    }
  }

  private @Nullable Intake pageOrFault(WarcCaptureRecord record) throws IOException {
    try {
      return page(record);
    } catch (BadFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Where the archive itself breaks off here, this says so.
      record.body().consume();
      return mapper.rejection(
          "broken-record", "the record cannot be decoded; fetch its page again", number);
    }
  }

  private @Nullable Intake page(WarcCaptureRecord record) throws IOException {
    if (record instanceof WarcResponse response) {
      if (!response.contentType().base().equals(MediaType.HTTP)) {
        return null;
      }
      HttpResponse http = response.http();
      boolean success = http.status() / 100 == 2;
      String type = http.headers().first("Content-Type").orElse(null);
      return success && isHtml(type) ? page(record, http.bodyDecoded(), type) : null;
    }
    String type = record.headers().first("Content-Type").orElse(null);
    return isHtml(type) ? page(record, record.body(), type) : null;
  }

  private Intake page(WarcCaptureRecord record, MessageBody body, @Nullable String type)
      throws IOException {
    byte[] page = body.stream().readNBytes(ArticleExtractor.DEFAULT_LIMIT + 1);
    if (page.length > ArticleExtractor.DEFAULT_LIMIT) {
      return mapper.rejection("too-large", "the page " + FileRecords.TOO_LARGE, number);
    }
    return mapper.page(page, record.target(), type, record.date(), number, recordId(record));
  }

  private static @Nullable String recordId(WarcCaptureRecord record) {
    return record
        .headers()
        .first("WARC-Record-ID")
        .map(id -> id.replaceAll("[<>\\s]", ""))
        .orElse(null);
  }

  private static boolean isHtml(@Nullable String type) {
    String lower = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("text/html") || lower.startsWith("application/xhtml+xml");
  }
}
