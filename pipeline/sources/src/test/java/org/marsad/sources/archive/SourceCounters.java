// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Sees which counters of a source a running Flink has. */
public final class SourceCounters implements MetricReporterFactory, MetricReporter {
  static final Map<Counter, String> SEEN = new ConcurrentHashMap<>();

  static long sum(String name) {
    return SEEN.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .mapToLong(entry -> entry.getKey().getCount())
        .sum();
  }

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return this;
  }

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (metric instanceof ThreadSafeSimpleCounter counter) {
      SEEN.put(counter, name);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
}
