// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the manifest of the main job says to Flink, so that a test runs what a cluster runs. */
final class ManifestSettings {
  private static final Path MANIFEST = Path.of("k8s", "base", "pipeline", "main-job.yaml");

  /** Of what is not here: Kubernetes, its operator, the plugins and folders of the image. */
  private static final List<String> ELSEWHERE =
      List.of("kubernetes.", "job.autoscaler.", "metrics.reporter.", "io.", "env.");

  private final JsonNode flink;

  ManifestSettings() throws IOException {
    Path file = LocalIndex.home().resolve(MANIFEST);
    this.flink = new YAMLMapper().readTree(file.toFile()).at("/spec/flinkConfiguration");
  }

  /** By key, without what only Kubernetes has. */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    flink
        .properties()
        .forEach(
            setting -> {
              if (ELSEWHERE.stream().noneMatch(setting.getKey()::startsWith)) {
                settings.put(setting.getKey(), setting.getValue().asText());
              }
            });
    return settings;
  }

  /** The ids of the stages that the autoscaler leaves alone. */
  Set<String> excludedFromScaling() {
    return Set.of(flink.path("job.autoscaler.vertex.exclude.ids").asText().split(";"));
  }

  /** What each JVM opens to Flink. */
  List<String> javaOptions() {
    return Arrays.stream(flink.path("env.java.opts.all").asText().split("\\s+"))
        .filter(option -> option.startsWith("--add-"))
        .toList();
  }
}
