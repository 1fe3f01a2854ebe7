// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.judge.Classifiers;
import org.marsad.classifiers.model.ModelSet;

/**
 * Every gate of a set of models.
 *
 * @param model its name and version
 */
@JsonPropertyOrder({"model", "hold", "gates"})
public record GateReport(String model, List<Gate> gates) {

  /**
   * Measures the shipped models on the functional tests and, where a data folder is given, on the
   * reference set; without it there are no gates of calibration.
   *
   * @param data folder that holds {@code hostility/gold-dev}
   * @param progress told what is being assessed
   * @throws IOException if the reference set cannot be read
   */
  public static GateReport ofShipped(@Nullable Path data, Consumer<String> progress)
      throws IOException {
    return new GateReport(
        ModelSet.shipped().manifest().name(),
        Gates.of(Measurements.of(Classifiers.shipped(), data, progress)));
  }

  /** Whether every gate holds. */
  @JsonProperty
  public boolean hold() {
    return gates.stream().allMatch(Gate::holds);
  }

  /** One JSON object, for programs. */
  public String json() {
    return ReportJson.of(this);
  }

  /** A Markdown table and what it comes to, for people. */
  public String table() {
    StringBuilder out = new StringBuilder();
    out.append("| gate | language | figure and limit | holds |\n|---|---|---:|---|\n");
    for (Gate gate : gates) {
      out.append("| ").append(gate.name()).append(" | ").append(gate.language()).append(" | ");
      out.append(gate.comparison()).append(" | ").append(gate.holds() ? "yes" : "**no**");
      out.append(" |\n");
    }
    long holding = gates.stream().filter(Gate::holds).count();
    return out.append('\n')
        .append(holding)
        .append(" of ")
        .append(gates.size())
        .append(" gates hold.\n")
        .toString();
  }
}
