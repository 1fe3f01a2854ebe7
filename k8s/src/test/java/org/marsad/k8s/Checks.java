// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.marsad.k8s.checks.Check;
import org.marsad.k8s.checks.FlinkJobs;
import org.marsad.k8s.checks.Images;
import org.marsad.k8s.checks.Mounts;
import org.marsad.k8s.checks.Network;
import org.marsad.k8s.checks.Ports;
import org.marsad.k8s.checks.Probes;
import org.marsad.k8s.checks.Quantities;
import org.marsad.k8s.checks.References;
import org.marsad.k8s.checks.RestrictedPods;
import org.marsad.k8s.checks.Secrets;
import org.marsad.k8s.checks.Selectors;

/** All checks that need nothing but the checkout. */
final class Checks {
  private Checks() {}

  static List<Check> all() throws IOException {
    Versions versions = Versions.ofCheckout();
    return List.of(
        new FlinkJobs(versions.of("flink.version")),
        new Images(
            Map.of(
                "pipeline", versions.own(),
                "dashboards", versions.own(),
                "elasticsearch", versions.of("elasticsearch.version"),
                "Elasticsearch", versions.of("elasticsearch.version"),
                "Kibana", versions.of("elasticsearch.version"))),
        new Mounts(),
        new Network(),
        new Ports(),
        new Probes(),
        new Quantities(),
        new References(),
        new RestrictedPods(),
        new Secrets(secrets()),
        new Selectors());
  }

  static List<String> faults(Rendering rendering) throws IOException {
    return all().stream().flatMap(check -> check.faults(rendering).stream()).toList();
  }

  /** The keys of every Secret that the runbook tells people to make, or an operator makes. */
  private static Map<String, Set<String>> secrets() throws IOException {
    Map<String, Set<String>> known = new TreeMap<>();
    Yaml.documents(Files.readString(Home.MANIFESTS.resolve("secrets.yaml")))
        .get(0)
        .properties()
        .forEach(
            entry ->
                known.put(
                    entry.getKey(),
                    new TreeSet<>(
                        Pod.elements(entry.getValue().path("keys"))
                            .map(key -> key.asText())
                            .toList())));
    return known;
  }
}
