// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.k8s.Pod;
import org.marsad.k8s.Rendering;
import org.marsad.k8s.Resource;
import org.marsad.k8s.Selector;

/** Ports are ports, and what is sent to one arrives at something that listens. */
public final class Ports implements Check {
  private static final int LARGEST = 65_535;
  private static final List<String> PROBES =
      List.of("startupProbe", "livenessProbe", "readinessProbe");

  @Override
  public List<String> faults(Rendering rendering) {
    List<String> faults = new ArrayList<>();
    for (Resource one : rendering.resources()) {
      one.tree().findValues("containerPort").forEach(port -> range(one, port, faults));
      one.tree().findValues("port").forEach(port -> range(one, port, faults));
    }
    for (Pod pod : rendering.pods()) {
      pod.containers().forEach(container -> probes(pod, container, faults));
    }
    rendering.all("Service").forEach(service -> service(rendering, service, faults));
    rendering.all("Ingress").forEach(ingress -> ingress(rendering, ingress, faults));
    return faults.stream().distinct().toList();
  }

  private static void range(Resource one, JsonNode port, List<String> faults) {
    if (port.isNumber() && (port.asInt() < 1 || port.asInt() > LARGEST)) {
      faults.add(one + " has the port " + port + ", which none can be");
    }
  }

  private static void probes(Pod pod, JsonNode container, List<String> faults) {
    Set<String> open = names(container);
    for (String probe : PROBES) {
      JsonNode port = container.at("/" + probe + "/httpGet/port");
      if (!port.isMissingNode() && !open.contains(port.asText())) {
        faults.add(pod + " is asked by its " + probe + " at " + port.asText() + ", not open there");
      }
    }
  }

  /** Names and numbers of a container's ports. */
  private static Set<String> names(JsonNode container) {
    Set<String> names = new HashSet<>();
    for (JsonNode port : container.path("ports")) {
      names.add(port.path("name").asText());
      names.add(port.path("containerPort").asText());
    }
    return names;
  }

  private static void service(Rendering rendering, Resource service, List<String> faults) {
    Set<String> open = new HashSet<>();
    rendering.pods().stream()
        .filter(pod -> Selector.matches(Resource.texts(service.at("/spec/selector")), pod.labels()))
        .forEach(pod -> pod.containers().forEach(container -> open.addAll(names(container))));
    for (JsonNode port : service.at("/spec/ports")) {
      String target =
          port.has("targetPort") ? port.path("targetPort").asText() : port.path("port").asText();
      if (!open.contains(target)) {
        faults.add(service + " leads to the port " + target + ", at which nothing listens");
      }
    }
  }

  private static void ingress(Rendering rendering, Resource ingress, List<String> faults) {
    for (JsonNode backend : ingress.tree().findValues("service")) {
      String name = backend.path("name").asText();
      JsonNode port = backend.path("port");
      String wanted = port.has("name") ? port.path("name").asText() : port.path("number").asText();
      boolean there =
          rendering.find("Service", name).stream()
              .flatMap(service -> Pod.elements(service.at("/spec/ports")))
              .anyMatch(
                  one ->
                      one.path("name").asText().equals(wanted)
                          || one.path("port").asText().equals(wanted));
      if (!there) {
        faults.add(
            ingress + " leads to the port " + wanted + " of Service " + name + ", which has none");
      }
    }
  }
}
