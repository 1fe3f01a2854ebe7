// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.marsad.k8s.Pod;
import org.marsad.k8s.Rendering;
import org.marsad.k8s.Resource;

/** Nobody may speak to anybody by default, and whoever is told to speak to somebody may. */
public final class Network implements Check {
  private static final Pattern ADDRESS = Pattern.compile("https?://[a-z0-9-]+(?::\\d+)");

  @Override
  public List<String> faults(Rendering rendering) {
    List<String> faults = new ArrayList<>();
    if (rendering.all("NetworkPolicy").noneMatch(Network::isDenial)) {
      faults.add("no NetworkPolicy denies what no other allows");
    }
    Targets targets = new Targets(rendering);
    Policies policies = new Policies(rendering);
    for (Pod pod : rendering.pods()) {
      for (String address : addresses(pod).distinct().toList()) {
        URI uri = URI.create(address);
        List<Pod> reached = targets.behind(uri.getHost());
        if (reached.isEmpty()) {
          faults.add(pod + " is told to speak to " + address + ", which is nobody's");
        }
        for (Pod target : reached) {
          int port = targets.port(uri, target);
          if (!policies.mayLeave(pod, target, port)) {
            faults.add(pod + " may not speak to " + address);
          }
          if (!policies.mayEnter(pod, target, port)) {
            faults.add(target + " may not be spoken to by " + pod);
          }
        }
      }
    }
    return faults;
  }

  private static boolean isDenial(Resource policy) {
    return policy.at("/spec/podSelector").isEmpty()
        && policy.at("/spec/policyTypes").size() == 2
        && policy.at("/spec/ingress").isEmpty()
        && policy.at("/spec/egress").isEmpty();
  }

  /** Those in what it is started with; what lies outside the cluster has a dot in its name. */
  private static Stream<String> addresses(Pod pod) {
    if (pod.owner().kind().equals("Kibana")) {
      return Stream.of(
          "https://" + pod.owner().at("/spec/elasticsearchRef/name").asText() + "-es-http:9200");
    }
    Stream<JsonNode> said =
        Stream.concat(
            Pod.elements(pod.owner().at("/spec/job/args")),
            pod.containers().stream()
                .flatMap(
                    container ->
                        Stream.concat(
                            Pod.elements(container.path("args")),
                            container.path("env").findValues("value").stream())));
    return said.map(JsonNode::asText)
        .map(ADDRESS::matcher)
        .filter(Matcher::find)
        .map(Matcher::group);
  }
}
