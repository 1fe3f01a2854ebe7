// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.marsad.classifiers.model.Manifest;
import org.marsad.classifiers.train.Floor;

/** The committed report: every figure that is measured. */
final class EvaluationPage {
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
    Map<String, Double> figures = manifest.crossValidation();
    figures.forEach(
        (name, figure) -> {
          if (!name.startsWith(Floor.PREFIX)) {
            Double floor = figures.get(Floor.PREFIX + name);
            out.append("| ").append(name).append(" | ").append(figure).append(" | ");
            out.append(floor == null ? "" : floor.toString()).append(" |\n");
          }
        });
    return out.toString().stripTrailing();
  }
}
