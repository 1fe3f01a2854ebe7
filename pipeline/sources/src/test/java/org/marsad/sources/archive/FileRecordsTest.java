// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.Intake;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.netpreserve.jwarc.WarcCompression;

class FileRecordsTest {
  private static final int MEBIBYTE = 1024 * 1024;

  @TempDir Path folder;
  private ArchiveFiles files;

  @BeforeEach
  void setUp() {
    files = new ArchiveFiles(folder);
  }

  @Test
  void rejectsEachBadLineAndGoesOn() throws Exception {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.writeBytes("{\"text\":\"first\"}\r\n  \n{\"text\": \n[1]\n{\"id\":1}\n".getBytes(UTF_8));
    lines.writeBytes("{\"text\":\"two\"} rubbish\n".getBytes(UTF_8));
    lines.writeBytes("{\"text\":\"".getBytes(UTF_8));
    byte[] block = new byte[MEBIBYTE];
    Arrays.fill(block, (byte) 'a');
    for (int i = 0; i < 11; i++) {
      lines.writeBytes(block);
    }
    lines.writeBytes("\"}\n{\"text\":\"last\"}".getBytes(UTF_8));

    ArchiveRun run = read(files.write("a.jsonl", lines.toByteArray()));

    assertThat(run.texts()).containsExactly("first", "last");
    assertThat(run.documents().get(1).reference()).isEqualTo("a.jsonl:8");
    assertThat(run.faults())
        .containsExactly(
            "malformed-json a.jsonl:3",
            "malformed-json a.jsonl:4",
            "no-text a.jsonl:5",
            "malformed-json a.jsonl:6",
            "too-large a.jsonl:7");
    assertThat(run.rejections())
        .allSatisfy(
            rejection -> {
              assertThat(rejection.stage()).isEqualTo(Stage.READ);
              assertThat(rejection.sourceId()).isEqualTo("a");
              assertThat(rejection.message()).contains(";").doesNotContain("rubbish");
            });
  }

  @Test
  void readsTextThatIsNotQuiteUtf8() throws Exception {
    byte[] cut = concat("{\"text\":\"مهاجرون في المغرب \"}\n".getBytes(UTF_8), new byte[0]);
    cut[cut.length - 4] = (byte) 0xD9;
    byte[] latin = "{\"text\":\"des réfugiés à Tanger\"}\n".getBytes(Charset.forName("ISO-8859-1"));

    ArchiveRun run = read(files.write("a.jsonl", concat(cut, latin)));

    assertThat(run.faults()).isEmpty();
    assertThat(run.texts()).containsExactly("مهاجرون في المغرب\uFFFD", "des réfugiés à Tanger");
  }

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
    byte[] spaces = new byte[MEBIBYTE];
    Arrays.fill(spaces, (byte) ' ');

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

  @Test
  void readsTablesWhateverPartsTheirCells() throws Exception {
    ArchiveRun run =
        read(
            files.write("a.csv", "\uFEFFID,Text,Date\n1,\"one, quoted\",2024-05-01\n"),
            files.write("b.csv", "id;text\n1;two\n2;\"three\nlines\"\n"),
            files.write("c.tsv", "id\ttext\n1\tfour \"quoted\" within\n"),
            files.write("d.csv", "id,text\n1,مهاجر من الساحل\n".getBytes("windows-1256")));

    assertThat(run.faults()).isEmpty();
    assertThat(run.texts())
        .containsExactly(
            "one, quoted", "two", "three\nlines", "four \"quoted\" within", "مهاجر من الساحل");
    assertThat(run.documents().get(0).nativeId()).isEqualTo("1");
    assertThat(run.documents().get(0).published()).isNotNull();
  }

  @Test
  void rejectsBadRowsAndGoesOn() throws Exception {
    ArchiveRun run =
        read(
            files.write("a.csv", "id,text\n1,one\n2\n3,\n4,\"a\" b\n5,two\n"),
            files.write("b.csv", "id,text\n1,three\n2,\"four\n3,five\n"),
            files.write("c.csv", "1,no header\n2,at all\n"));

    assertThat(run.texts()).containsExactly("one", "a b", "two", "three");
    assertThat(run.faults())
        .containsExactly(
            "too-few-columns a.csv:3", "no-text a.csv:4", "malformed-csv b.csv", "no-text c.csv");
  }

  @Test
  void boundsARow() throws Exception {
    byte[] endless = new byte[12 * MEBIBYTE];
    Arrays.fill(endless, (byte) 'a');
    byte[] start = "id,text\n1,one\n2,\"".getBytes(UTF_8);

    ArchiveRun run = read(files.write("a.csv", concat(start, endless)));

    assertThat(run.texts()).containsExactly("one");
    assertThat(run.faults()).containsExactly("too-large a.csv");
  }

  @Test
  void rejectsALargePage() throws Exception {
    byte[] page = new byte[50 * MEBIBYTE];
    Arrays.fill(page, (byte) 'a');

    assertThat(read(files.write("a.html", page)).faults()).containsExactly("too-large a.html");
  }

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

  private static ArchiveRun read(Path... paths) throws Exception {
    return ArchiveRun.of(ArchiveFiles.read(paths));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
