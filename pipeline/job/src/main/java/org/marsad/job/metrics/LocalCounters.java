// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * The counters of a job that runs in this JVM, summed over its subtasks and over the attempts that
 * a failure may have made it take.
 *
 * <p>Flink hands its counters to the reporters that its configuration names; {@link #attachTo}
 * names one that hands them to this object.
 */
public final class LocalCounters {
  private static final String REPORTER = "marsad-local";
  private static final String REGISTRATION = "registration";
  private static final Map<String, LocalCounters> REGISTERED = new ConcurrentHashMap<>();

  private final Map<String, List<Counter>> counters = new ConcurrentHashMap<>();
  private final List<Histogram> delays = new CopyOnWriteArrayList<>();

  /** Makes the job that runs with this configuration report here. */
  public void attachTo(Configuration configuration) {
    String registration = UUID.randomUUID().toString();
    REGISTERED.put(registration, this);
    configuration.setString("metrics.reporters", REPORTER);
    configuration.setString(
        "metrics.reporter." + REPORTER + ".factory.class", Factory.class.getName());
    configuration.setString("metrics.reporter." + REPORTER + "." + REGISTRATION, registration);
  }

  public long value(String name) {
    return counters.getOrDefault(name, List.of()).stream().mapToLong(Counter::getCount).sum();
  }

  /** All counters of {@link CounterNames}, in its order. */
  public Map<String, Long> values() {
    Map<String, Long> values = new LinkedHashMap<>();
    CounterNames.ALL.forEach(name -> values.put(name, value(name)));
    return values;
  }

  /** Of all subtasks together, in milliseconds, the shortest first; see {@link SearchDelay}. */
  public long[] searchDelays() {
    return delays.stream()
        .flatMapToLong(histogram -> LongStream.of(histogram.getStatistics().getValues()))
        .sorted()
        .toArray();
  }

  private void add(String name, Counter counter) {
    if (CounterNames.ALL.contains(name)) {
      counters.computeIfAbsent(name, unused -> new CopyOnWriteArrayList<>()).add(counter);
    }
  }

  /** Made by Flink, which finds it as a service. */
  public static final class Factory implements MetricReporterFactory {
    @Override
    public MetricReporter createMetricReporter(Properties properties) {
      return new Reporter();
    }
  }

  private static final class Reporter implements MetricReporter {
    private LocalCounters target = new LocalCounters();

    @Override
    public void open(MetricConfig config) {
      LocalCounters registered = REGISTERED.remove(config.getString(REGISTRATION, ""));
      if (registered != null) {
        target = registered;
      }
    }

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
      if (metric instanceof Counter counter) {
        target.add(name, counter);
      } else if (metric instanceof Histogram histogram && name.equals(SearchDelay.NAME)) {
        target.delays.add(histogram);
      }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
      // Kept on purpose: the sum over a job's life includes the tasks that have ended.
    }
  }
}
