// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** The keys of Flink's configuration, of which a misspelt one is a setting without effect. */
final class FlinkSettings {
  private static final List<Class<?>> OPTIONS =
      List.of(
          CheckpointingOptions.class,
          CoreOptions.class,
          HighAvailabilityOptions.class,
          PipelineOptions.class,
          RestartStrategyOptions.class,
          StateBackendOptions.class,
          TaskManagerOptions.class,
          WebOptions.class);

  /** Those of the operator, which is no library here, as its documentation names them. */
  private static final Set<String> OF_THE_OPERATOR =
      Set.of(
          "kubernetes.operator.job.restart.failed",
          "kubernetes.operator.periodic.savepoint.interval",
          "kubernetes.operator.savepoint.history.max.age",
          "kubernetes.operator.savepoint.history.max.count",
          "job.autoscaler.enabled",
          "job.autoscaler.metrics.window",
          "job.autoscaler.scale-down.interval",
          "job.autoscaler.stabilization.interval",
          "job.autoscaler.utilization.target",
          "job.autoscaler.vertex.exclude.ids",
          "job.autoscaler.vertex.max-parallelism");

  /** Those of plugins. */
  private static final Set<String> OF_PLUGINS =
      Set.of(
          "metrics.reporter.prom.factory.class",
          "metrics.reporter.prom.port",
          "s3.endpoint",
          "s3.path.style.access");

  private final Set<String> known = new HashSet<>();

  FlinkSettings() {
    known.addAll(OF_THE_OPERATOR);
    known.addAll(OF_PLUGINS);
    OPTIONS.stream().flatMap(options -> Stream.of(options.getFields())).forEach(this::add);
  }

  private void add(Field field) {
    if (Modifier.isStatic(field.getModifiers())
        && ConfigOption.class.isAssignableFrom(field.getType())) {
      try {
        known.add(((ConfigOption<?>) field.get(null)).key());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  List<String> unknown(JsonNode settings) {
    return settings.properties().stream()
        .map(Map.Entry::getKey)
        .filter(key -> !known.contains(key))
        .toList();
  }
}
