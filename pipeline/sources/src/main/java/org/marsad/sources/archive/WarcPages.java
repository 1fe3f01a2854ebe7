// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.sources.warc.ArchivedPage;
import org.marsad.sources.warc.PageRecords;
import org.netpreserve.jwarc.ParsingException;

/** The pages of a web archive. A record's number is its place among all of them. */
final class WarcPages implements RecordReader {
  private final PageRecords pages;
  private final ImportedFile file;

  WarcPages(InputStream in, ImportedFile file) throws IOException {
    this.pages = PageRecords.of(in);
    this.file = file;
  }

  @Override
  public @Nullable Intake next() throws IOException {
    try {
      ArchivedPage page = pages.next();
      if (page instanceof ArchivedPage.Unreadable broken) {
        return file.rejection(broken.reason(), broken.message(), broken.number());
      }
      return page == null ? null : file.page((ArchivedPage.Whole) page);
    } catch (ParsingException malformed) {
      throw new BadFileException(
          "malformed-warc",
          "record "
              + pages.number()
              + " of the web archive cannot be read, and so nothing behind it; fetch it again");
    }
  }
}
