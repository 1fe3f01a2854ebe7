// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes metrics in Prometheus' text format 0.0.4: begin a family, then add its samples.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">the format</a>
 */
final class MetricsText {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final StringBuilder text = new StringBuilder();
  private String family = "";

  MetricsText gauge(String name, String help) {
    return family(name, "gauge", help);
  }

  MetricsText counter(String name, String help) {
    return family(name, "counter", help);
  }

  MetricsText histogram(String name, String help) {
    return family(name, "histogram", help);
  }

  MetricsText summary(String name, String help) {
    return family(name, "summary", help);
  }

  private MetricsText family(String name, String type, String help) {
    family = name;
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    return this;
  }

  MetricsText sample(double value) {
    return sample(Map.of(), value);
  }

  /** Of a gauge of a moment; none where there was no such moment. */
  MetricsText sample(Map<String, String> labels, @Nullable Instant moment) {
    return moment == null ? this : sample(labels, moment.toEpochMilli() / 1_000.0);
  }

  MetricsText sample(Map<String, String> labels, double value) {
    return sample("", labels, value);
  }

  /**
   * @param suffix of the family's name, such as {@code _bucket} of a histogram
   * @param labels in the order in which they are written
   */
  MetricsText sample(String suffix, Map<String, String> labels, double value) {
    text.append(family).append(suffix);
    String separator = "{";
    for (Map.Entry<String, String> label : labels.entrySet()) {
      text.append(separator).append(label.getKey()).append("=\"");
      text.append(escaped(label.getValue())).append('"');
      separator = ",";
    }
    text.append(labels.isEmpty() ? " " : "} ").append(number(value)).append('\n');
    return this;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
