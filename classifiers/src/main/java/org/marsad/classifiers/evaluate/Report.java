// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.marsad.classifiers.Assessor;
import org.marsad.classifiers.judge.Classifiers;
import org.marsad.classifiers.model.Manifest;
import org.marsad.classifiers.model.ModelSet;
import org.marsad.classifiers.prevalence.ErrorSheet;

/**
 * The committed files on the shipped models, whose every figure is measured.
 *
 * @param evaluation {@code EVALUATION.md}
 * @param modelCard {@code MODEL_CARD.md}
 * @param knownErrors {@link ErrorSheet#FILE}, by which counts are corrected
 * @param figures {@code figures.json}, which is bundled
 */
public record Report(String evaluation, String modelCard, String knownErrors, String figures) {
  private static final String RESOURCES = "src/main/resources/org/marsad/classifiers/evaluate";

  /**
   * Measures the shipped models on the functional tests and the reference set.
   *
   * @param data folder that holds {@code hostility/gold-dev}
   * @param progress told what is being measured
   * @throws IOException if the reference set cannot be read
   */
  public static Report ofShipped(Path data, Consumer<String> progress) throws IOException {
    Manifest manifest = ModelSet.shipped().manifest();
    Assessor assessor = Classifiers.shipped();
    Measurements measured = Measurements.of(assessor, data, progress);
    EvaluationReport reference =
        Evaluation.run(assessor, Measurements.referenceSet(data), progress);
    progress.accept("gates");
    GateReport gates = new GateReport(manifest.name(), Gates.of(measured));
    return new Report(
        EvaluationPage.of(manifest, reference, measured, gates),
        ModelCardPage.of(manifest, measured, gates),
        MeasuredErrors.of(manifest.name(), measured).json(),
        Figures.of(manifest, reference, measured, gates).json());
  }

  /**
   * Writes all files.
   *
   * @param folder of this module
   */
  public void write(Path folder) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve(RESOURCES)).resolve(Figures.FILE), figures);
    Files.writeString(folder.resolve("EVALUATION.md"), evaluation);
    Files.writeString(folder.resolve("MODEL_CARD.md"), modelCard);
    Path errors = folder.resolve(ErrorSheet.FILE);
    Files.createDirectories(errors.getParent());
    Files.writeString(errors, knownErrors);
  }
}
