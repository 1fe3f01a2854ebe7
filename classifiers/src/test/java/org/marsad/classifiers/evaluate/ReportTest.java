// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.bundle.Bundled;
import org.marsad.classifiers.judge.Classifiers;
import org.marsad.classifiers.model.ModelSet;
import org.marsad.classifiers.prevalence.ErrorSheet;

/** The committed figures are those of the shipped models. */
class ReportTest {
  private static final String REMEDY = "run ./marsad evaluate --report classifiers DATA";
  private static final Path HOME = Path.of(System.getProperty("marsad.home", "."));
  private static final Path DATA = HOME.resolve("../shared/data");
  private static final Path EVALUATION = HOME.resolve("classifiers/EVALUATION.md");
  private static final Path MODEL_CARD = HOME.resolve("classifiers/MODEL_CARD.md");
  private static final Path ERRORS = HOME.resolve("classifiers").resolve(ErrorSheet.FILE);

  @Test
  void theCommittedFilesAreThoseOfTheShippedModels() throws IOException {
    assumeTrue(Files.isDirectory(DATA.resolve("hostility")), "the reference set is not here");
    Report report = Report.ofShipped(DATA, line -> {});

    assertThat(Files.readString(EVALUATION)).as(REMEDY).isEqualTo(report.evaluation());
    assertThat(Files.readString(MODEL_CARD)).as(REMEDY).isEqualTo(report.modelCard());
    assertThat(Files.readString(ERRORS)).as(REMEDY).isEqualTo(report.knownErrors());
    assertThat(Bundled.text(Figures.class, Figures.FILE)).as(REMEDY).isEqualTo(report.figures());
  }

  @Test
  void whatNeedsNoReferenceSetAgreesInEveryCheckout() throws IOException {
    Measurements measured = Measurements.of(Classifiers.shipped(), null, line -> {});
    String functional = FunctionalTable.of(measured.functional());

    assertThat(Figures.shipped().model()).isEqualTo(ModelSet.shipped().manifest().name());
    assertThat(Figures.shipped().functional()).isEqualTo(measured.functional().classes());

    assertThat(Files.readString(EVALUATION))
        .as(REMEDY)
        .startsWith("# Evaluation of " + ModelSet.shipped().manifest().name() + "\n")
        .contains(functional);
    assertThat(Files.readString(MODEL_CARD))
        .as(REMEDY)
        .startsWith("# Model card: " + ModelSet.shipped().manifest().name() + "\n")
        .contains(functional)
        .contains(ScoreTable.of(measured.suites()));
  }

  @Test
  void theKnownErrorsAreThoseOfTheShippedModelsInEveryCheckout() throws IOException {
    Measurements measured = Measurements.of(Classifiers.shipped(), null, line -> {});
    ErrorSheet sheet = ErrorSheet.shipped();
    ErrorSheet functional = MeasuredErrors.of(ModelSet.shipped().manifest().name(), measured);

    assertThat(sheet.model()).as(REMEDY).isEqualTo(ModelSet.shipped().manifest().name());
    assertThat(sheet.languages().keySet()).containsAll(functional.languages().keySet());
    sheet
        .languages()
        .forEach(
            (language, known) -> {
              if (known.basis() == ErrorSheet.Basis.FUNCTIONAL_TESTS) {
                assertThat(functional.languages()).as(REMEDY).containsEntry(language, known);
              }
            });
  }
}
