// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.marsad.model.Rejection;

/** Files that are not what they should be: each is told of once. */
class FileRecordsTest extends FileImport {
  @Test
  void rejectsUtf16Once() throws Exception {
    byte[] lines = "\uFEFF{\"text\":\"a\"}\n{\"text\":\"b\"}\n".getBytes("UTF-16LE");
    byte[] rows = "\uFEFFid\ttext\n1\tمهاجر\n".getBytes("UTF-16LE");

    assertThat(read(files.write("a.jsonl", lines)).faults()).containsExactly("not-utf8 a.jsonl");
    assertThat(read(files.write("a.tsv", rows)).texts()).containsExactly("مهاجر");
  }

  @Test
  void rejectsABinaryFileOnce() throws Exception {
    byte[] rubbish = new byte[MEBIBYTE];
    new Random(1).nextBytes(rubbish);

    for (String name : List.of("a.jsonl", "a.csv", "a.html")) {
      assertThat(read(files.write(name, rubbish)).faults()).containsExactly("not-text " + name);
    }
    assertThat(read(files.write("a.warc", rubbish)).faults())
        .containsExactly("malformed-warc a.warc");
  }

  @Test
  void rejectsAnEmptyFileOnce() throws Exception {
    for (String name : List.of("a.jsonl", "a.csv", "a.html", "a.warc")) {
      assertThat(read(files.write(name, "")).faults()).containsExactly("empty-file " + name);
      assertThat(read(files.write(name + ".gz", ArchiveFiles.gzip(""))).faults())
          .containsExactly("empty-file " + name + ".gz");
    }
    assertThat(read(files.write("b.csv", "id,text\n")).faults())
        .containsExactly("empty-file b.csv");
  }

  @Test
  void rejectsAFileThatVanished() throws Exception {
    Path file = files.write("a.jsonl", "{}");
    ArchiveInput input = ArchiveFiles.input(file);
    ArchiveSplit split = input.splits().get(0);
    Files.delete(file);

    FileRecords records = ArchiveFiles.open(split, input);

    assertThat(records.next())
        .extracting(i -> i.rejection())
        .extracting(Rejection::reason)
        .isEqualTo("unreadable");
    assertThat(records.next()).isNull();
  }

  @Test
  void rejectsALargePage() throws Exception {
    byte[] page = times('a', 50 * MEBIBYTE);

    assertThat(read(files.write("a.html", page)).faults()).containsExactly("too-large a.html");
  }

  @Test
  void readsStandardInputOnce() throws Exception {
    ArchiveInput input = ArchiveFiles.input(Path.of("-"));
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("{\"text\":\"piped\"}\n".getBytes(UTF_8)));
    try {
      ArchiveRun first = ArchiveRun.of(ArchiveFiles.read(input));
      ArchiveRun second = ArchiveRun.of(ArchiveFiles.read(input));

      assertThat(first.texts()).containsExactly("piped");
      assertThat(first.documents().get(0).reference()).isEqualTo("stdin:1");
      assertThat(second.faults()).containsExactly("unreadable stdin");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void saysOfAFileThatIsPackedOtherwiseHow() throws Exception {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("export.csv"));
      out.write("id,text\n1,one\n".getBytes(UTF_8));
    }
    Map<byte[], String> packed =
        Map.of(
            zip.toByteArray(), "ZIP",
            "BZh91AY&SY".getBytes(UTF_8), "bzip2",
            HexFormat.of().parseHex("fd377a585a000004"), "xz",
            HexFormat.of().parseHex("28b52ffd0400"), "zstd");

    for (Map.Entry<byte[], String> each : packed.entrySet()) {
      for (String name : List.of("a.csv", "a.jsonl", "a.html", "a.warc.gz")) {
        ArchiveRun run = read(files.write(name, each.getKey()));

        assertThat(run.faults()).containsExactly("other-packing " + name);
        assertThat(run.rejections().get(0).message()).contains("packed with " + each.getValue());
      }
    }
  }
}
