// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a manifest makes run, with what its operator adds to the template.
 *
 * @param owner whose template it is of
 * @param role which of the owner's
 * @param labels those of the template, and those that the operator adds
 * @param spec of the template
 * @param operatorPorts those that the operator opens
 * @param claims names of volumes that come with each Pod
 */
public record Pod(
    Resource owner,
    String role,
    Map<String, String> labels,
    JsonNode spec,
    Set<Integer> operatorPorts,
    Set<String> claims) {

  /** Empty where the resource makes none. */
  static List<Pod> of(Resource owner) {
    return switch (owner.kind()) {
      case "Deployment", "StatefulSet", "DaemonSet", "Job" ->
          List.of(of(owner, "Pod", owner.at("/spec/template"), Map.of(), Set.of(), Set.of()));
      case "CronJob" ->
          List.of(
              of(
                  owner,
                  "Pod",
                  owner.at("/spec/jobTemplate/spec/template"),
                  Map.of(),
                  Set.of(),
                  Set.of()));
      case "FlinkDeployment" ->
          List.of(
              flink(owner, "jobmanager", Set.of(8081, 6123, 6124)),
              flink(owner, "taskmanager", Set.of(6122)));
      case "Elasticsearch" ->
          elements(owner.at("/spec/nodeSets")).map(set -> nodes(owner, set)).toList();
      case "Kibana" ->
          List.of(
              of(
                  owner,
                  "Pod",
                  owner.at("/spec/podTemplate"),
                  Map.of("common.k8s.elastic.co/type", "kibana"),
                  Set.of(5601),
                  Set.of()));
      default -> List.of();
    };
  }

  private static Pod flink(Resource owner, String component, Set<Integer> ports) {
    Map<String, String> added =
        Map.of("app", owner.name(), "component", component, "type", "flink-native-kubernetes");
    return of(owner, component, owner.at("/spec/podTemplate"), added, ports, Set.of());
  }

  private static Pod nodes(Resource owner, JsonNode set) {
    Set<String> claims = new HashSet<>();
    elements(set.path("volumeClaimTemplates"))
        .forEach(claim -> claims.add(claim.at("/metadata/name").asText()));
    return of(
        owner,
        "node set " + set.path("name").asText(),
        set.path("podTemplate"),
        Map.of("common.k8s.elastic.co/type", "elasticsearch"),
        Set.of(9200, 9300),
        claims);
  }

  private static Pod of(
      Resource owner,
      String role,
      JsonNode template,
      Map<String, String> added,
      Set<Integer> ports,
      Set<String> claims) {
    Map<String, String> labels = new TreeMap<>(Resource.texts(template.at("/metadata/labels")));
    labels.putAll(added);
    return new Pod(owner, role, labels, template.path("spec"), ports, claims);
  }

  /** The containers, those that run first included. */
  public List<JsonNode> containers() {
    return Stream.concat(elements(spec.path("initContainers")), elements(spec.path("containers")))
        .toList();
  }

  /** All ports that anything in it listens on. */
  public Set<Integer> ports() {
    Set<Integer> ports = new TreeSet<>(operatorPorts);
    containers()
        .forEach(
            container ->
                elements(container.path("ports"))
                    .forEach(port -> ports.add(port.path("containerPort").asInt())));
    return ports;
  }

  /** The elements of an array; none of anything else. */
  public static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Override
  public String toString() {
    return owner + " (" + role + ")";
  }
}
