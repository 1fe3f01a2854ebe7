// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.marsad.k8s.Pod;
import org.marsad.k8s.Rendering;

/**
 * What runs for ever says whether it lives and whether it can serve. The operators ask Flink,
 * Elasticsearch and Kibana by themselves.
 */
public final class Probes implements Check {
  private static final List<String> FOR_EVER = List.of("Deployment", "StatefulSet", "DaemonSet");

  @Override
  public List<String> faults(Rendering rendering) {
    List<String> faults = new ArrayList<>();
    for (Pod pod : rendering.pods()) {
      if (FOR_EVER.contains(pod.owner().kind())) {
        for (JsonNode container : pod.spec().path("containers")) {
          check(pod, container, "livenessProbe", "/health/live", faults);
          check(pod, container, "readinessProbe", "/health/ready", faults);
        }
      }
    }
    return faults;
  }

  /** A program's health is asked for at its own endpoint, by whatever way. */
  private static void check(
      Pod pod, JsonNode container, String probe, String endpoint, List<String> faults) {
    JsonNode asked = container.path(probe);
    String path = asked.at("/httpGet/path").asText(asked.at("/exec/command").toString());
    if (!path.contains(endpoint)) {
      faults.add(pod + " has no " + probe + " that asks for " + endpoint);
    }
  }
}
