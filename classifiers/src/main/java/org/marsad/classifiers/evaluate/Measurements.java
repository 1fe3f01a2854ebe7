// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessor;
import org.marsad.classifiers.suites.FunctionalResults;
import org.marsad.classifiers.suites.FunctionalSuite;
import org.marsad.classifiers.train.LabelledFile;
import org.marsad.classifiers.train.LabelledText;

/**
 * What an assessor said of every text that it is measured on.
 *
 * @param functional results of the functional tests
 * @param suites the functional tests as texts whose truth is known
 * @param reference the texts of the reference set; empty where that is not at hand
 */
record Measurements(FunctionalResults functional, List<Judged> suites, List<Judged> reference) {

  /**
   * Assesses the shipped functional tests and, where a data folder is given, the reference set.
   *
   * @param data folder that holds {@code hostility/gold-dev}
   * @param progress told what is being assessed
   * @throws IOException if the reference set cannot be read
   */
  static Measurements of(Assessor assessor, @Nullable Path data, Consumer<String> progress)
      throws IOException {
    progress.accept("functional tests");
    FunctionalResults functional = FunctionalResults.of(assessor, FunctionalSuite.shipped());
    List<Judged> reference = List.of();
    if (data != null) {
      progress.accept("reference set");
      reference = reference(assessor, referenceSet(data));
    }
    return new Measurements(
        functional, functional.judged().stream().map(Judged::of).toList(), reference);
  }

  private static List<Judged> reference(Assessor assessor, Path file) throws IOException {
    List<Judged> judged = new ArrayList<>();
    for (LabelledText text : LabelledFile.read(file)) {
      try {
        judged.add(Judged.of(text, assessor.assess(text.submission())));
      } catch (IllegalArgumentException e) {
        throw new IOException(file + ":" + (judged.size() + 1) + ": " + e.getMessage(), e);
      }
    }
    return List.copyOf(judged);
  }

  static Path referenceSet(Path data) {
    return data.resolve("hostility").resolve("gold-dev").resolve("gold-dev.jsonl");
  }

  /** The functional tests and the reference set together. */
  List<Judged> all() {
    List<Judged> all = new ArrayList<>(suites);
    all.addAll(reference);
    return all;
  }
}
