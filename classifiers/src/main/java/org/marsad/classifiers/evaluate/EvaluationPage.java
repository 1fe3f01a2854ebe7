// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.classifiers.model.Manifest;

/** The committed report: every figure that is measured. */
final class EvaluationPage {
  /** What a plain TF-IDF with logistic regression reached on the same sets, five-fold. */
  private static final Map<String, Double> FLOOR =
      new TreeMap<>(
          Map.of(
              "omcd-train, accuracy", 0.793,
              "mdoldd, accuracy", 0.870,
              "t-hsab, accuracy", 0.826,
              "l-hsab, accuracy", 0.841,
              "osact5, macro-F1", 0.766,
              "detoxis, macro-F1", 0.703));

  private EvaluationPage() {}

  static String of(
      Manifest manifest, EvaluationReport reference, Measurements measured, GateReport gates) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("model", manifest.name());
    values.put("reference", reference.table().stripTrailing());
    values.put("cross-validation", crossValidation(manifest));
    values.put("functional", FunctionalTable.of(measured.functional()));
    values.put("gates", gates.table().stripTrailing());
    return Template.shipped("evaluation.md").fill(values);
  }

  private static String crossValidation(Manifest manifest) {
    StringBuilder out = new StringBuilder("| set, measure | here | floor |\n|---|---:|---:|\n");
    manifest
        .crossValidation()
        .forEach(
            (name, figure) -> {
              out.append("| ").append(name).append(" | ").append(figure).append(" | ");
              Double floor = FLOOR.get(name);
              out.append(floor == null ? "" : floor.toString()).append(" |\n");
            });
    return out.toString().stripTrailing();
  }
}
