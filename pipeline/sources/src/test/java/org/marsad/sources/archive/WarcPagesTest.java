// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.model.RawDocument;
import org.netpreserve.jwarc.WarcCompression;

class WarcPagesTest extends FileImport {
  @Test
  void readsThePagesOfAWebArchive() throws Exception {
    for (WarcCompression compression : List.of(WarcCompression.NONE, WarcCompression.GZIP)) {
      ArchiveRun run = read(files.write("a.warc", ArchiveFiles.warc(compression)));

      assertThat(run.texts())
          .containsExactly(
              "<p>plain</p>", "<p>compressed</p>", "<p>chunked</p>", "<p>resource</p>");
      assertThat(run.documents())
          .extracting(RawDocument::url)
          .startsWith("https://outlet.example/plain");
      assertThat(run.documents().get(0).contentType()).isEqualTo("text/html;charset=utf-8");
      assertThat(run.documents()).extracting(RawDocument::reference).startsWith("a.warc:2");
      assertThat(run.documents().get(0).captured()).isEqualTo(ArchiveFiles.CRAWLED);
      assertThat(run.faults()).containsExactly("broken-record a.warc:7");
    }
  }

  @Test
  void keepsWhatPrecedesTheCutOfAWebArchive() throws Exception {
    for (WarcCompression compression : List.of(WarcCompression.NONE, WarcCompression.GZIP)) {
      byte[] whole = ArchiveFiles.warc(compression);
      byte[] rubbish = "no record\r\n\r\n".getBytes(UTF_8);

      ArchiveRun cut = read(files.write("a.warc", Arrays.copyOf(whole, whole.length - 20)));
      assertThat(cut.documents()).hasSize(3);
      assertThat(cut.faults()).containsExactly("broken-record a.warc:7", "truncated a.warc");

      ArchiveRun spoilt =
          read(
              files.write(
                  "b.warc",
                  concat(
                      whole,
                      compression == WarcCompression.NONE
                          ? rubbish
                          : ArchiveFiles.gzip("no record\r\n\r\n"))));
      assertThat(spoilt.documents()).hasSize(4);
      assertThat(spoilt.faults())
          .containsExactly("broken-record b.warc:7", "malformed-warc b.warc");
    }
  }
}
