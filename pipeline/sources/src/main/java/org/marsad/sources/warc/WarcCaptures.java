// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Provenance.Robots;
import org.marsad.model.RawDocument;
import org.marsad.sources.article.ArticleExtractor;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages of a web archive's file as they were captured. Of our own files everything that was
 * known then comes along; of other archives, pages of HTML with their address and time.
 */
public final class WarcCaptures implements Closeable {
  private final String file;
  private final WarcReader reader;
  private final Map<String, CaptureFacts> facts = new HashMap<>();
  private boolean torn;

  private WarcCaptures(String file, WarcReader reader) {
    this.file = file;
    this.reader = reader;
  }

  public static WarcCaptures open(Path file) throws IOException {
    WarcReader reader = new WarcReader(file);
    reader.setLenient(true);
    return new WarcCaptures(String.valueOf(file.getFileName()), reader);
  }

  /** The capture that a record holds, if the file has it. */
  public static Optional<RawDocument> find(Path file, String recordId) throws IOException {
    try (WarcCaptures captures = open(file)) {
      for (RawDocument next = captures.next(); next != null; next = captures.next()) {
        if (next.provenance() != null && recordId.equals(next.provenance().recordId())) {
          return Optional.of(next);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * @return null behind the last page, or where the file breaks off: see {@link #isTorn}
   */
  public @Nullable RawDocument next() throws IOException {
    try {
      for (WarcRecord record = record(); record != null; record = record()) {
        RawDocument capture = capture(record);
        if (capture != null) {
          return capture;
        }
      }
    } catch (EOFException | ZipException | ParsingException end) {
      torn = true;
    }
    return null;
  }

  /** Whether the file ends in the middle of a record, as it does after a crash. */
  public boolean isTorn() {
    return torn;
  }

  private @Nullable WarcRecord record() throws IOException {
    return reader.next().orElse(null);
  }

  private @Nullable RawDocument capture(WarcRecord record) throws IOException {
    if (record instanceof WarcMetadata metadata) {
      keep(metadata);
      return null;
    }
    if (record instanceof WarcResource resource) {
      String type = type(resource.headers().first("Content-Type").orElse(null));
      return capture(resource, resource.body().stream(), type);
    }
    if (record instanceof WarcResponse response
        && response.contentType().base().equals(MediaType.HTTP)) {
      HttpResponse http = response.http();
      String type = type(http.headers().first("Content-Type").orElse(null));
      return http.status() / 100 == 2 ? capture(response, http.bodyDecoded().stream(), type) : null;
    }
    return null;
  }

  private void keep(WarcMetadata metadata) throws IOException {
    if (metadata.concurrentTo().isEmpty() || !metadata.contentType().equals(MediaType.JSON)) {
      return;
    }
    byte[] json = metadata.body().stream().readAllBytes();
    facts.put(metadata.concurrentTo().get(0).toString(), CaptureFacts.ofJson(json));
  }

  private @Nullable RawDocument capture(
      WarcCaptureRecord record, InputStream body, @Nullable String type) throws IOException {
    String id = record.id().toString();
    CaptureFacts known = facts.remove(id);
    if (known == null && !isHtml(type)) {
      return null;
    }
    byte[] page = body.readNBytes(ArticleExtractor.DEFAULT_LIMIT + 1);
    CaptureFacts told = known == null ? foreign(type) : known;
    Instant captured = record.date();
    return told.with(page, record.target(), captured, file, id);
  }

  private CaptureFacts foreign(@Nullable String type) {
    String source = file.replaceFirst("(?i)\\.warc(\\.gz)?$", "");
    return new CaptureFacts(
        source, DocumentKind.ARTICLE, Robots.NOT_ASKED, null, type, null, null, null, null);
  }

  private static @Nullable String type(@Nullable String header) {
    return header == null || header.isBlank() ? null : header.strip();
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
