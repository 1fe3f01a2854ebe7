// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.BinaryContent;

/** A file that is one page. */
final class HtmlPage implements RecordReader {
  private final InputStream in;
  private final ImportedFile file;
  private boolean read;

  HtmlPage(InputStream in, ImportedFile file) {
    this.in = in;
    this.file = file;
  }

  @Override
  public @Nullable Intake next() throws IOException {
    if (read) {
      return null;
    }
    read = true;
    byte[] page = in.readNBytes(ArticleExtractor.DEFAULT_LIMIT + 1);
    if (page.length == 0) {
      return null;
    }
    if (page.length > ArticleExtractor.DEFAULT_LIMIT) {
      return file.rejection("too-large", "the page " + FileRecords.TOO_LARGE, 0);
    }
    if (BinaryContent.is(page)) {
      return file.rejection("not-text", FileRecords.NOT_TEXT, 0);
    }
    return file.page(page);
  }
}
