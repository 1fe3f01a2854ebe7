// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.warc;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.marsad.model.RawDocument;
import org.netpreserve.jwarc.ParsingException;

/**
 * The pages of a web archive's file as they were captured. Of our own files everything that was
 * known then comes along; of other archives, pages of HTML with their address and time.
 */
public final class WarcCaptures implements Closeable {
  private final String file;
  private final PageRecords pages;
  private final Consumer<ArchivedPage.Unreadable> unreadable;
  private boolean torn;

  private WarcCaptures(
      String file, PageRecords pages, Consumer<ArchivedPage.Unreadable> unreadable) {
    this.file = file;
    this.pages = pages;
    this.unreadable = unreadable;
  }

  /** Passes over the pages that cannot be read. */
  public static WarcCaptures open(Path file) throws IOException {
    return open(file, page -> {});
  }

  /**
   * @param unreadable is told of each page that cannot be read
   * @throws IOException where this is no web archive, or cannot be read
   */
  public static WarcCaptures open(Path file, Consumer<ArchivedPage.Unreadable> unreadable)
      throws IOException {
    return new WarcCaptures(String.valueOf(file.getFileName()), PageRecords.open(file), unreadable);
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
      for (ArchivedPage page = pages.next(); page != null; page = pages.next()) {
        if (page instanceof ArchivedPage.Whole whole) {
          return capture(whole);
        }
        unreadable.accept((ArchivedPage.Unreadable) page);
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

  /** Whether at least one record has been read, be it none of a page; asked at the end. */
  public boolean isWebArchive() {
    return pages.number() > 1;
  }

  private RawDocument capture(ArchivedPage.Whole page) {
    CaptureFacts known = pages.factsOf(page);
    String source = file.replaceFirst("(?i)\\.warc(\\.gz)?$", "");
    return (known == null ? CaptureFacts.unknown(source, page.contentType()) : known)
        .with(page, file);
  }

  @Override
  public void close() throws IOException {
    pages.close();
  }
}
