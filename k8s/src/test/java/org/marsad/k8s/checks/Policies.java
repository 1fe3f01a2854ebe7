// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.marsad.k8s.Pod;
import org.marsad.k8s.Rendering;
import org.marsad.k8s.Resource;
import org.marsad.k8s.Selector;

/** All network policies together: one that allows is enough, and none at all allows everything. */
final class Policies {
  private final List<Resource> policies;

  Policies(Rendering rendering) {
    policies = rendering.all("NetworkPolicy").toList();
  }

  boolean mayLeave(Pod from, Pod to, int port) {
    return allows("Egress", "egress", "to", from, to, port);
  }

  boolean mayEnter(Pod from, Pod to, int port) {
    return allows("Ingress", "ingress", "from", to, from, port);
  }

  private boolean allows(
      String type, String direction, String side, Pod subject, Pod other, int port) {
    List<Resource> bearing =
        policies.stream()
            .filter(
                policy -> new Selector(policy.at("/spec/podSelector")).matches(subject.labels()))
            .filter(
                policy ->
                    Pod.elements(policy.at("/spec/policyTypes"))
                        .anyMatch(one -> one.asText().equals(type)))
            .toList();
    return bearing.isEmpty()
        || bearing.stream()
            .flatMap(policy -> Pod.elements(policy.at("/spec/" + direction)))
            .anyMatch(rule -> names(rule.path(side), other) && opens(rule.path("ports"), port));
  }

  /** Blocks of addresses and other namespaces are no Pods of ours. */
  private static boolean names(JsonNode peers, Pod other) {
    return peers.isEmpty()
        || Pod.elements(peers)
            .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
            .anyMatch(peer -> new Selector(peer.path("podSelector")).matches(other.labels()));
  }

  private static boolean opens(JsonNode ports, int port) {
    return ports.isEmpty() || Pod.elements(ports).anyMatch(one -> one.path("port").asInt() == port);
  }
}
