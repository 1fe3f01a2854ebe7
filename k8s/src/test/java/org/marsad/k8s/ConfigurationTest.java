// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.alerts.rule.RuleFile;
import org.marsad.job.settings.Settings;
import org.marsad.sources.catalogue.Catalogue;
import org.marsad.sources.catalogue.NetworkCatalogue;

/** The files that a cluster mounts are those of the launcher. */
class ConfigurationTest {
  private static final Path SHIPPED = Home.MANIFESTS.resolve("base/pipeline/config");

  /** What an operator of a cluster has to say, and nothing else. */
  private static final Set<String> MAY_DIFFER =
      Set.of(
          "/polling/user-agent",
          "/pipeline/checkpoint-every",
          "/dashboard/host",
          "/dashboard/public-address",
          "/dashboard/legal-basis",
          "/dashboard/retention-days/articles",
          "/dashboard/retention-days/comments",
          "/dashboard/retention-days/posts",
          "/dashboard/trusted-proxies",
          "/alerts/public-url");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void isReadByTheProgram(Overlay overlay) throws Exception {
    for (Map.Entry<String, String> file : files(overlay).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    Settings settings = Settings.read(folder.resolve("marsad.yaml"));
    assertThat(settings.alerts().rulesFile()).isEqualTo(folder.resolve("rules.yaml"));
    assertThat(RuleFile.read(folder.resolve("rules.yaml"))).isNotEmpty();
    assertThat(Catalogue.read(folder.resolve("outlets.yaml")).feeds()).isNotEmpty();
    assertThatNoException()
        .isThrownBy(() -> NetworkCatalogue.read(folder.resolve("networks.yaml")));
  }

  @Test
  void isTheLaunchersToTheLetterOnOneNode() throws Exception {
    for (Map.Entry<String, String> file : files(Overlay.LOCAL).entrySet()) {
      assertThat(file.getValue()).isEqualTo(Files.readString(SHIPPED.resolve(file.getKey())));
    }
  }

  @Test
  void differsInProductionOnlyWhereItHasTo() throws Exception {
    Map<String, String> files = files(Overlay.PRODUCTION);
    for (String same : Set.of("networks.yaml", "outlets.yaml", "rules.yaml")) {
      assertThat(files.getOrDefault(same, "")).isEqualTo(Files.readString(SHIPPED.resolve(same)));
    }
    Map<String, String> shipped = leaves(Files.readString(SHIPPED.resolve("marsad.yaml")));
    Map<String, String> production = leaves(files.getOrDefault("marsad.yaml", ""));
    Set<String> different = new TreeSet<>(production.keySet());
    different.addAll(shipped.keySet());
    different.removeIf(key -> String.valueOf(shipped.get(key)).equals(production.get(key)));
    assertThat(MAY_DIFFER).containsAll(different);
  }

  private static Map<String, String> files(Overlay overlay) throws Exception {
    Resource files =
        overlay
            .rendering()
            .all("ConfigMap")
            .filter(map -> map.name().startsWith("marsad-config-"))
            .findFirst()
            .orElseThrow();
    Map<String, String> texts = Resource.texts(files.at("/data"));
    assertThat(texts)
        .containsOnlyKeys("marsad.yaml", "networks.yaml", "outlets.yaml", "rules.yaml");
    return texts;
  }

  /** Every value by its JSON pointer. */
  private static Map<String, String> leaves(String yaml) {
    Map<String, String> leaves = new TreeMap<>();
    collect(Yaml.documents(yaml).get(0), "", leaves);
    return leaves;
  }

  private static void collect(JsonNode node, String at, Map<String, String> leaves) {
    if (node.isObject()) {
      node.properties()
          .forEach(entry -> collect(entry.getValue(), at + "/" + entry.getKey(), leaves));
    } else {
      leaves.put(at, node.toString());
    }
  }
}
