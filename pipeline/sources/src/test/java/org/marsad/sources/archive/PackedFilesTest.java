// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marsad.model.Intake;

class PackedFilesTest extends FileImport {
  @Test
  void keepsWhatPrecedesTheCutOfACompressedFile() throws Exception {
    StringBuilder lines = new StringBuilder();
    Random random = new Random(2);
    IntStream.range(0, 20_000)
        .forEach(i -> lines.append("{\"text\":\"").append(random.nextLong()).append("\"}\n"));
    byte[] whole = ArchiveFiles.gzip(lines.toString());

    ArchiveRun run = read(files.write("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2)));

    assertThat(run.documents()).hasSizeBetween(9_000, 11_000);
    assertThat(run.faults()).containsExactly("truncated a.jsonl.gz");
  }

  @Test
  void readsAllMembersOfACompressedFile() throws Exception {
    byte[] members =
        concat(ArchiveFiles.gzip("{\"text\":\"a\"}\n"), ArchiveFiles.gzip("{\"text\":\"b\"}\n"));

    assertThat(read(files.write("a.jsonl.gz", members)).texts()).containsExactly("a", "b");
  }

  @Test
  void rejectsADecompressionBombOnce() throws Exception {
    byte[] spaces = times(' ', MEBIBYTE);

    assertThat(read(files.writeGzip("zeros.jsonl.gz", new byte[MEBIBYTE], 400)).faults())
        .containsExactly("decompression-bomb zeros.jsonl.gz");
    assertThat(read(files.writeGzip("spaces.jsonl.gz", spaces, 400)).faults())
        .containsExactly("decompression-bomb spaces.jsonl.gz");
    assertThat(read(files.writeGzip("spaces.html.gz", spaces, 400)).faults())
        .containsExactly("too-large spaces.html.gz");
  }

  @Test
  void readsALargeCompressedFileWhole() throws Exception {
    // 300 MB that shrink to a half, as text does.
    StringBuilder block = new StringBuilder();
    Random random = new Random(3);
    for (int line = 0; line < 100; line++) {
      byte[] noise = new byte[15_000];
      random.nextBytes(noise);
      block.append("{\"text\":\"").append(HexFormat.of().formatHex(noise)).append("\"}\n");
    }
    Path file = files.writeGzip("a.jsonl.gz", block.toString().getBytes(UTF_8), 100);
    ArchiveInput input = ArchiveFiles.input(file);

    long documents = 0;
    try (FileRecords records = ArchiveFiles.open(input.splits().get(0), input)) {
      for (Intake next = records.next(); next != null; next = records.next()) {
        documents += next.document() == null ? 0 : 1;
      }
    }

    assertThat(documents).isEqualTo(100 * 100);
  }
}
