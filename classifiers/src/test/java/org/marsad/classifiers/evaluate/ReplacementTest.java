// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.classifiers.model.ModelSet;

class ReplacementTest {
  @TempDir Path folder;
  private Path models;
  private Path candidate;
  private Replacement replacement;

  @BeforeEach
  void makeCandidate() throws IOException {
    models = folder.resolve("models");
    candidate = Files.createDirectory(folder.resolve("models-candidate"));
    Files.writeString(candidate.resolve("manifest.json"), "new");
    Files.writeString(candidate.resolve("language.bin"), "new");
    replacement = new Replacement(models, candidate);
  }

  @Test
  void aFolderWithoutModelsIsFilled() throws IOException {
    assertThat(replacement.replaces()).isFalse();
    replacement.replace();

    assertThat(models.resolve("manifest.json")).hasContent("new");
    assertThat(models.resolve("language.bin")).hasContent("new");
    assertThat(candidate).doesNotExist();
  }

  @Test
  void theModelsAreReplacedAndNothingElse() throws IOException {
    Files.createDirectory(models);
    Files.writeString(models.resolve("manifest.json"), "old");
    Files.writeString(models.resolve("notes.txt"), "mine");

    assertThat(replacement.replaces()).isTrue();
    replacement.replace();

    assertThat(models.resolve("manifest.json")).hasContent("new");
    assertThat(models.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void modelsThatCannotBeReadCannotBeCompared() throws IOException {
    Files.createDirectory(models);
    Files.writeString(models.resolve("manifest.json"), "{}");

    assertThatThrownBy(() -> replacement.before(folder)).isInstanceOf(IOException.class);
  }

  @Test
  void withoutAReferenceSetTheFunctionalTestsAreMeasured() throws IOException {
    ModelSet.shipped().write(models);

    assertThat(replacement.before(folder)).containsOnlyKeys(KeyFigure.FUNCTIONAL_TESTS);
    assertThat(replacement.before(folder).get(KeyFigure.FUNCTIONAL_TESTS)).isBetween(0.5, 1.0);
  }
}
