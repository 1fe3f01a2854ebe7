// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.marsad.k8s.Pod;
import org.marsad.k8s.Rendering;
import org.marsad.k8s.Resource;
import org.marsad.k8s.Selector;

/** Whatever selects Pods selects some, and a Deployment its own. */
public final class Selectors implements Check {
  @Override
  public List<String> faults(Rendering rendering) {
    List<Pod> pods = rendering.pods();
    return rendering.resources().stream().flatMap(one -> faults(one, pods)).toList();
  }

  private static Stream<String> faults(Resource resource, List<Pod> pods) {
    return switch (resource.kind()) {
      case "Service" -> {
        Map<String, String> wanted = Resource.texts(resource.at("/spec/selector"));
        yield unlessSome(resource, wanted, pods, labels -> Selector.matches(wanted, labels));
      }
      case "PodDisruptionBudget" -> ofSelector(resource, resource.at("/spec/selector"), pods);
      case "NetworkPolicy" -> {
        JsonNode chosen = resource.at("/spec/podSelector");
        yield Stream.concat(
            chosen.isEmpty() ? Stream.empty() : ofSelector(resource, chosen, pods),
            Stream.concat(
                peers(resource, "ingress", "from", pods), peers(resource, "egress", "to", pods)));
      }
      case "Deployment", "StatefulSet", "DaemonSet" ->
          ofSelector(
              resource,
              resource.at("/spec/selector"),
              pods.stream().filter(pod -> pod.owner().equals(resource)).toList());
      default -> Stream.empty();
    };
  }

  /** Those of other namespaces are not known here. */
  private static Stream<String> peers(
      Resource policy, String direction, String side, List<Pod> pods) {
    return Pod.elements(policy.at("/spec/" + direction))
        .flatMap(rule -> Pod.elements(rule.path(side)))
        .filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
        .flatMap(peer -> ofSelector(policy, peer.path("podSelector"), pods));
  }

  private static Stream<String> ofSelector(Resource resource, JsonNode tree, List<Pod> pods) {
    Selector selector = new Selector(tree);
    return unlessSome(resource, tree, pods, selector::matches);
  }

  private static Stream<String> unlessSome(
      Resource resource, Object wanted, List<Pod> pods, Predicate<Map<String, String>> selects) {
    return pods.stream().anyMatch(pod -> selects.test(pod.labels()))
        ? Stream.empty()
        : Stream.of(resource + " selects no Pod: " + wanted);
  }
}
