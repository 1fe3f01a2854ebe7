// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a cluster would get, held against everything that can be known without one. */
class ManifestsTest {
  @ParameterizedTest
  @EnumSource
  void fitTheSchemas(Overlay overlay) throws Exception {
    Rendering rendering = overlay.rendering();
    assumeTrue(Schemas.arePresent(), Schemas.MISSING);
    assertThat(Schemas.shared().faults(rendering)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void fitTogether(Overlay overlay) throws Exception {
    assertThat(Checks.faults(overlay.rendering())).isEmpty();
  }

  /** A kustomization that lists a file twice, or a patch of nothing, says no word of it. */
  @Test
  void haveEveryPatchApplied() throws Exception {
    Rendering production = Overlay.PRODUCTION.rendering();
    assertThat(text(production, "FlinkDeployment", "marsad-main"))
        .contains("s3://marsad-state/main/savepoints", "AWS_SECRET_ACCESS_KEY", "\"parallelism\":2")
        .contains("registry.example.org/marsad/pipeline");
    assertThat(text(production, "FlinkDeployment", "marsad-alerts"))
        .contains("s3://marsad-state/alerts/savepoints", "AWS_SECRET_ACCESS_KEY");
    assertThat(text(production, "Elasticsearch", "marsad"))
        .contains("\"count\":3", "marsad-snapshots", "s3.client.default.endpoint", "8Gi", "200Gi");
    assertThat(text(production, "Deployment", "marsad-dashboards"))
        .contains("registry.example.org/marsad/dashboards")
        .contains("\"replicas\":1", "\"type\":\"Recreate\"");
    Rendering local = Overlay.LOCAL.rendering();
    assertThat(text(local, "FlinkDeployment", "marsad-main"))
        .contains("file:///state/main/savepoints", "\"claimName\":\"marsad-state\"");
    assertThat(text(local, "FlinkDeployment", "marsad-alerts"))
        .contains("file:///state/alerts/savepoints", "\"claimName\":\"marsad-state\"");
    assertThat(text(local, "Elasticsearch", "marsad")).contains("path.repo");
    assertThat(text(local, "PersistentVolumeClaim", "marsad-archive")).contains("ReadWriteOnce");
    assertThat(text(local, "Deployment", "marsad-dashboards"))
        .contains("Recreate", "/dev/tcp/127.0.0.1/8080")
        .doesNotContain("httpGet");
  }

  private static String text(Rendering rendering, String kind, String name) {
    return rendering.find(kind, name).orElseThrow().tree().toString();
  }

  @Test
  void runTheVersionsThatTheContainerfileMakes() throws IOException {
    Versions versions = Versions.ofCheckout();
    assertThat(Files.readString(Home.MANIFESTS.resolve("Containerfile")))
        .contains("FROM flink:" + versions.of("flink.version") + "-java17 AS pipeline")
        .contains("image.version=\"" + versions.own() + "\"")
        .contains("-t marsad-pipeline:" + versions.own());
  }

  @Test
  void haveNoKeyTwice() throws IOException {
    try (Stream<Path> files = Files.walk(Home.MANIFESTS)) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .filter(file -> !file.startsWith(Home.MANIFESTS.resolve("target")))
              .filter(file -> !file.startsWith(Home.MANIFESTS.resolve("src")))
              .toList();
      assertThat(found).hasSizeGreaterThan(20);
      for (Path file : found) {
        assertThat(Yaml.documents(Files.readString(file))).as(file.toString()).isNotEmpty();
      }
    }
  }
}
