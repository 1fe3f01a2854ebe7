// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.marsad.k8s.Pod;
import org.marsad.k8s.Rendering;
import org.marsad.k8s.Resource;

/** Whatever is named is there: accounts, roles, files, volumes, targets. */
public final class References implements Check {
  @Override
  public List<String> faults(Rendering rendering) {
    List<String> faults = new ArrayList<>();
    for (Pod pod : rendering.pods()) {
      String account = pod.spec().path("serviceAccountName").asText();
      require(rendering, pod, "ServiceAccount", account, faults);
      pod.spec().path("volumes").forEach(volume -> volume(rendering, pod, volume, faults));
    }
    for (Resource one : rendering.resources()) {
      switch (one.kind()) {
        case "FlinkDeployment" ->
            require(
                rendering, one, "ServiceAccount", one.at("/spec/serviceAccount").asText(), faults);
        case "RoleBinding" -> roleBinding(rendering, one, faults);
        case "Ingress" ->
            one.tree()
                .findValues("service")
                .forEach(
                    service ->
                        require(rendering, one, "Service", service.path("name").asText(), faults));
        case "Kibana" ->
            require(
                rendering,
                one,
                "Elasticsearch",
                one.at("/spec/elasticsearchRef/name").asText(),
                faults);
        default -> {
          // It names nothing.
        }
      }
    }
    return faults;
  }

  private static void roleBinding(Rendering rendering, Resource binding, List<String> faults) {
    JsonNode role = binding.at("/roleRef");
    require(rendering, binding, role.path("kind").asText(), role.path("name").asText(), faults);
    for (JsonNode subject : binding.at("/subjects")) {
      require(
          rendering, binding, subject.path("kind").asText(), subject.path("name").asText(), faults);
    }
  }

  private static void volume(Rendering rendering, Pod pod, JsonNode volume, List<String> faults) {
    String claim = volume.at("/persistentVolumeClaim/claimName").asText();
    require(rendering, pod, "PersistentVolumeClaim", claim, faults);
    String files = volume.at("/configMap/name").asText();
    require(rendering, pod, "ConfigMap", files, faults);
    for (JsonNode item : volume.at("/configMap/items")) {
      String key = item.path("key").asText();
      if (rendering.find("ConfigMap", files).filter(map -> map.at("/data").has(key)).isEmpty()) {
        faults.add(pod + " names " + key + " of ConfigMap " + files + ", which has none");
      }
    }
  }

  /** An empty name names nothing. */
  private static void require(
      Rendering rendering, Object by, String kind, String name, List<String> faults) {
    if (!name.isEmpty() && !rendering.has(kind, name)) {
      faults.add(by + " names " + kind + " " + name + ", which is not there");
    }
  }
}
