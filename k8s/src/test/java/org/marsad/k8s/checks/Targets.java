// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.marsad.k8s.Pod;
import org.marsad.k8s.Rendering;
import org.marsad.k8s.Resource;
import org.marsad.k8s.Selector;

/** Who answers to a name within the cluster: of Services, and of those that operators make. */
final class Targets {
  private final Rendering rendering;

  Targets(Rendering rendering) {
    this.rendering = rendering;
  }

  /** The Pods behind a name; none where it is nobody's. */
  List<Pod> behind(String host) {
    return rendering.pods().stream().filter(pod -> answers(pod, host)).toList();
  }

  private boolean answers(Pod pod, String host) {
    String owner = pod.owner().name();
    return switch (pod.owner().kind()) {
      case "Elasticsearch" -> host.equals(owner + "-es-http");
      case "Kibana" -> host.equals(owner + "-kb-http");
      case "FlinkDeployment" -> host.equals(owner + "-rest") && pod.role().equals("jobmanager");
      default -> rendering.find("Service", host).filter(one -> selects(one, pod)).isPresent();
    };
  }

  private static boolean selects(Resource service, Pod pod) {
    Map<String, String> wanted = Resource.texts(service.at("/spec/selector"));
    return Selector.matches(wanted, pod.labels());
  }

  /** The Pod's own port, at which what is sent to the address arrives. */
  int port(URI address, Pod target) {
    return rendering.find("Service", address.getHost()).stream()
        .flatMap(service -> Pod.elements(service.at("/spec/ports")))
        .filter(port -> port.path("port").asInt() == address.getPort())
        .map(port -> port.path("targetPort").asText())
        .flatMap(
            name ->
                target.containers().stream()
                    .flatMap(container -> Pod.elements(container.path("ports")))
                    .filter(open -> open.path("name").asText().equals(name)))
        .map(open -> open.path("containerPort").asInt())
        .findFirst()
        .orElse(address.getPort());
  }
}
