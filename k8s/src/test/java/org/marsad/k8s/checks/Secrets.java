// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.k8s.Rendering;
import org.marsad.k8s.Resource;

/** No manifest holds a secret, and each that is named is one that somebody is told to make. */
public final class Secrets implements Check {
  private final Map<String, Set<String>> known;

  /**
   * @param known the keys that each Secret has
   */
  public Secrets(Map<String, Set<String>> known) {
    this.known = known;
  }

  @Override
  public List<String> faults(Rendering rendering) {
    List<String> faults = new ArrayList<>();
    rendering
        .all("Secret")
        .forEach(secret -> faults.add(secret + " stands in the manifests, for everybody to read"));
    for (Resource one : rendering.resources()) {
      one.tree().findValues("secretKeyRef").forEach(ref -> key(one, ref.path("name"), ref, faults));
      one.tree().findValues("secretRef").forEach(ref -> name(one, ref.path("name"), faults));
      for (JsonNode place : one.tree().findParents("secretName")) {
        name(one, place.path("secretName"), faults);
        place.path("items").forEach(item -> key(one, place.path("secretName"), item, faults));
      }
    }
    return faults.stream().distinct().toList();
  }

  private void name(Resource by, JsonNode name, List<String> faults) {
    if (!known.containsKey(name.asText())) {
      faults.add(by + " names Secret " + name.asText() + ", which nobody is told to make");
    }
  }

  private void key(Resource by, JsonNode name, JsonNode place, List<String> faults) {
    String key = place.path("key").asText();
    if (known.getOrDefault(name.asText(), Set.of(key)).contains(key)) {
      name(by, name, faults);
    } else {
      faults.add(by + " names " + key + " of Secret " + name.asText() + ", which has no such key");
    }
  }
}
