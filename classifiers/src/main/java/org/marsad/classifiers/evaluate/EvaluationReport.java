// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What an evaluation found.
 *
 * @param decisions measures by yes-or-no decision
 * @param stances for each true stance, how often each was called
 * @param figures single figures by name
 */
public record EvaluationReport(
    String set,
    int texts,
    SortedMap<String, Map<String, Double>> decisions,
    SortedMap<String, SortedMap<String, Integer>> stances,
    SortedMap<String, Double> figures) {

  /** One JSON object, for programs. */
  public String json() {
    return ReportJson.of(this);
  }

  /** Markdown tables, for people. */
  public String table() {
    StringBuilder out = new StringBuilder();
    out.append("### ").append(set).append(", ").append(texts).append(" texts\n\n");
    out.append("| decision | texts | accuracy | precision | recall | F1 | macro-F1 |\n");
    out.append("|---|---:|---:|---:|---:|---:|---:|\n");
    decisions.forEach(
        (decision, measures) -> {
          out.append("| ").append(decision).append(" | ");
          out.append(Math.round(measures.getOrDefault("texts", 0.0)));
          for (String name : new String[] {"accuracy", "precision", "recall", "F1", "macro-F1"}) {
            out.append(" | ").append(measures.get(name));
          }
          out.append(" |\n");
        });
    if (!figures.isEmpty()) {
      out.append("\n| figure | |\n|---|---:|\n");
      figures.forEach(
          (name, figure) ->
              out.append("| ").append(name).append(" | ").append(figure).append(" |\n"));
    }
    if (!stances.isEmpty()) {
      TreeSet<String> called = new TreeSet<>(stances.keySet());
      stances.values().forEach(row -> called.addAll(row.keySet()));
      out.append("\n| true stance \\ called | ").append(String.join(" | ", called)).append(" |\n");
      out.append("|---|").append("---:|".repeat(called.size())).append('\n');
      stances.forEach(
          (truth, row) -> {
            out.append("| ").append(truth);
            called.forEach(name -> out.append(" | ").append(row.getOrDefault(name, 0)));
            out.append(" |\n");
          });
    }
    return out.toString();
  }
}
