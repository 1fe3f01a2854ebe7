// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveSourceTest {
  @TempDir Path folder;

  @Test
  void readsAllFormatsOfOneFolder() throws Exception {
    write("a.jsonl", "{\"text\":\"one\"}\n\n{\"text\":\"two\"}");
    write("b.csv", "id;text\n1;three\n2;\"four\nlines\"\n");
    write("c/d.html", "<p>five</p>");
    write("readme.txt", "no archive");

    ArchiveRun run = ArchiveRun.of(folder);

    assertThat(run.faults()).isEmpty();
    assertThat(run.documents())
        .extracting(d -> d.text() == null ? new String(d.body(), StandardCharsets.UTF_8) : d.text())
        .containsExactlyInAnyOrder("one", "two", "three", "four\nlines", "<p>five</p>");
    assertThat(run.documents())
        .extracting(d -> d.reference())
        .containsExactlyInAnyOrder("a.jsonl:1", "a.jsonl:3", "b.csv:2", "b.csv:3", "c/d.html");
  }

  @Test
  void refusesWhatIsAbsentBeforeAnythingStarts() {
    assertThatThrownBy(() -> ArchiveRun.of(Path.of("absent.jsonl"), folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("absent.jsonl does not exist; ")
        .hasMessageContaining("holds no file of the format jsonl, csv, warc, html");
  }

  private void write(String name, String content) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
