// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.marsad.k8s.Pod;
import org.marsad.k8s.Rendering;
import org.marsad.k8s.Resource;

/**
 * The Pod security standard "restricted", and beyond it read-only file systems, and no key to the
 * cluster's API for whoever does not need one. https://kubernetes.io/docs/concepts/security/
 */
public final class RestrictedPods implements Check {
  private static final List<String> OF_THE_NODE = List.of("hostNetwork", "hostPID", "hostIPC");

  @Override
  public List<String> faults(Rendering rendering) {
    List<String> faults = new ArrayList<>();
    rendering
        .all("Namespace")
        .filter(
            one ->
                !Resource.texts(one.at("/metadata/labels"))
                    .getOrDefault("pod-security.kubernetes.io/enforce", "")
                    .equals("restricted"))
        .forEach(one -> faults.add(one + " enforces no restrictions"));
    rendering.pods().forEach(pod -> check(pod, faults));
    return faults;
  }

  private static void check(Pod pod, List<String> faults) {
    JsonNode spec = pod.spec();
    if (!spec.at("/securityContext/runAsNonRoot").asBoolean()
        || spec.at("/securityContext/runAsUser").asInt() == 0) {
      faults.add(pod + " may run as root");
    }
    if (!spec.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault")) {
      faults.add(pod + " may make any system call");
    }
    OF_THE_NODE.stream()
        .filter(key -> spec.path(key).asBoolean())
        .forEach(key -> faults.add(pod + " shares its node by " + key));
    for (JsonNode volume : spec.path("volumes")) {
      if (volume.has("hostPath")) {
        faults.add(pod + " reaches into its node by " + volume.path("name").asText());
      }
    }
    boolean needsApi = pod.owner().kind().equals("FlinkDeployment");
    if (!needsApi && spec.path("automountServiceAccountToken").asBoolean(true)) {
      faults.add(pod + " holds a key to the cluster's API and needs none");
    }
    pod.containers().forEach(container -> check(pod, container, faults));
  }

  private static void check(Pod pod, JsonNode container, List<String> faults) {
    String where = pod + " " + container.path("name").asText();
    JsonNode context = container.path("securityContext");
    if (context.path("allowPrivilegeEscalation").asBoolean(true)
        || context.path("privileged").asBoolean()) {
      faults.add(where + " may gain privileges");
    }
    if (!context.at("/capabilities/drop/0").asText().equals("ALL")
        || context.at("/capabilities").has("add")) {
      faults.add(where + " keeps capabilities");
    }
    if (!context.path("readOnlyRootFilesystem").asBoolean()) {
      faults.add(where + " may write anywhere");
    }
    for (JsonNode port : container.path("ports")) {
      if (port.has("hostPort")) {
        faults.add(where + " opens a port of its node");
      }
    }
  }
}
