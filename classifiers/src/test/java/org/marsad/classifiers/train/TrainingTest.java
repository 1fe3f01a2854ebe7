// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.classifiers.model.ModelSet;

/**
 * Trains on a sample of the data and some feedback twice: the whole takes minutes. To compare the
 * shipped models with a whole training, run {@code marsad train} and compare the folders.
 */
class TrainingTest {
  private static final Path DATA =
      Path.of(System.getProperty("marsad.home", "."), "..", "shared", "data");
  private static final int TEXTS_OF_A_SET = 120;

  @TempDir Path folder;

  @Test
  void theSameDataAndFeedbackGiveTheSameBytes() throws IOException {
    assumeTrue(Files.isDirectory(DATA.resolve("hostility")), "the training data are not here");
    Path one = feedback("one", "Les migrants sont les bienvenus", measuredOn());
    Path other = feedback("other", "Los refugiados necesitan ayuda", "Il pleut à Rabat");
    List<String> progress = new ArrayList<>();
    Feedback oneFirst = Feedback.read(List.of(one, other));
    Training.rehearse(DATA, TEXTS_OF_A_SET, oneFirst, folder.resolve("first"), progress::add);
    Feedback otherFirst = Feedback.read(List.of(other, one));
    ModelSet second =
        Training.rehearse(DATA, TEXTS_OF_A_SET, otherFirst, folder.resolve("second"), line -> {});
    assertThat(progress)
        .anyMatch(line -> line.contains("feedback on 3 texts") && line.contains("1 of the refer"));
    assertThat(second.manifest().texts()).containsEntry("migration feedback", 3);
    assertThat(second.manifest().name()).matches("marsad-linear-\\d+-rehearsal120-[0-9a-f]{8}");
    try (Stream<Path> files = Files.list(folder.resolve("first"))) {
      List<Path> written = files.toList();
      assertThat(written).hasSize(5);
      for (Path file : written) {
        assertThat(folder.resolve("second").resolve(file.getFileName()))
            .hasSameBinaryContentAs(file);
      }
    }
  }

  /** A text that must not be learned from. */
  private static String measuredOn() throws IOException {
    Path reference = DATA.resolve("hostility/gold-dev/gold-dev.jsonl");
    return LabelledFile.read(reference).get(0).text();
  }

  private Path feedback(String name, String... texts) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String text : texts) {
      lines.add(new ObjectMapper().writeValueAsString(Map.of("text", text, "relevant", true)));
    }
    return Files.write(folder.resolve(name + ".jsonl"), lines);
  }
}
