// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marsad.model.RawDocument;

class CsvRowsTest extends FileImport {
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

    assertThat(run.texts()).containsExactly("one", "a b", "two", "three", "five");
    assertThat(run.faults())
        .containsExactly(
            "too-few-columns a.csv:3", "no-text a.csv:4", "malformed-csv b.csv:3", "no-text c.csv");
  }

  @Test
  void boundsARow() throws Exception {
    byte[] start = "id,text\n1,one\n2,\"".getBytes(UTF_8);

    ArchiveRun run = read(files.write("a.csv", concat(start, times('a', 12 * MEBIBYTE))));

    assertThat(run.texts()).containsExactly("one");
    assertThat(run.faults()).containsExactly("too-large a.csv:3");
  }

  @Test
  void losesOneLineToAQuotationThatIsNeverClosed() throws Exception {
    StringBuilder table = new StringBuilder("id,text\r\n");
    IntStream.rangeClosed(1, 3_000)
        .forEach(
            n -> table.append(n).append(n == 17 ? ",\"text " : ",text ").append(n).append("\r\n"));

    ArchiveRun run = read("a.csv", table.toString());

    assertThat(run.faults()).containsExactly("malformed-csv a.csv:18");
    assertThat(run.texts()).hasSize(2_999).startsWith("text 1").endsWith("text 3000");
    assertThat(run.documents().get(16).reference()).isEqualTo("a.csv:19");
  }

  @Test
  void passesOverALineOfFiftyMegabytes() throws Exception {
    byte[] start = "id,text\n1,one\n2,".getBytes(UTF_8);
    byte[] end = "\n3,three\n".getBytes(UTF_8);

    ArchiveRun run =
        read(files.write("a.csv", concat(concat(start, times('a', 50 * MEBIBYTE)), end)));

    assertThat(run.faults()).containsExactly("too-large a.csv:3");
    assertThat(run.texts()).containsExactly("one", "three");
  }

  @Test
  void readsNothingBelowAHeaderThatIsNone() throws Exception {
    ArchiveRun run = read("a.csv", "id,\"text", "1,one", "2,two");

    assertThat(run.texts()).isEmpty();
    assertThat(run.faults()).containsExactly("malformed-csv a.csv:1");
  }

  @Test
  void readsTheDatesThatASpreadsheetLeaves() throws Exception {
    ArchiveRun run =
        read(
            "a.csv",
            "id;text;date",
            "1;one;45413",
            "2;two;45413,4375",
            "3;three;45413.4375",
            "4;four;01/05/2024 10:30",
            "5;five;12345",
            "6;six;soon");

    assertThat(run.documents())
        .extracting(RawDocument::published)
        .containsExactly(
            Instant.parse("2024-05-01T11:00:00Z"),
            Instant.parse("2024-05-01T09:30:00Z"),
            Instant.parse("2024-05-01T09:30:00Z"),
            Instant.parse("2024-05-01T09:30:00Z"),
            null,
            null);
  }
}
