// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.marsad.model.RawDocument;
import org.marsad.model.Stage;

class JsonLinesTest extends FileImport {
  @Test
  void rejectsEachBadLineAndGoesOn() throws Exception {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.writeBytes("{\"text\":\"first\"}\r\n  \n{\"text\": \n[1]\n{\"id\":1}\n".getBytes(UTF_8));
    lines.writeBytes("{\"text\":\"two\"} rubbish\n".getBytes(UTF_8));
    lines.writeBytes("{\"text\":\"".getBytes(UTF_8));
    lines.writeBytes(times('a', 11 * MEBIBYTE));
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
  void neverFailsOnWrongTypes() throws Exception {
    ArchiveRun run =
        read(
            "a.jsonl",
            "{\"text\":{\"of\":\"an object\"}}",
            "{\"text\":[\"a\",\"list\"]}",
            "{\"text\":true,\"id\":[1],\"url\":{},\"date\":[],\"author\":{\"id\":null},\"kind\":7}",
            "{\"text\":12.5,\"id\":1e400,\"url\":7,\"date\":false,\"lang\":3}",
            "null",
            "\"text\"",
            "{\"text\":\"\\ud800 half a character\",\"date\":-99999999999999999999}",
            "{}");

    assertThat(run.texts().subList(0, 2)).containsExactly("true", "12.5");
    assertThat(run.texts()).hasSize(3);
    assertThat(run.documents()).extracting(RawDocument::published).containsOnlyNulls();
    assertThat(run.faults())
        .containsExactly(
            "no-text a.jsonl:1",
            "no-text a.jsonl:2",
            "malformed-json a.jsonl:5",
            "malformed-json a.jsonl:6",
            "no-text a.jsonl:8");
    assertThat(stored(run)).hasSize(3);
  }

  @Test
  void passesOverALineOfFiftyMegabytes() throws Exception {
    byte[] long50 = concat("{\"text\":\"".getBytes(UTF_8), times('a', 50 * MEBIBYTE));

    ArchiveRun run =
        read(files.write("a.jsonl", concat(long50, "\"}\n{\"text\":\"b\"}\n".getBytes(UTF_8))));

    assertThat(run.faults()).containsExactly("too-large a.jsonl:1");
    assertThat(run.texts()).containsExactly("b");
  }
}
