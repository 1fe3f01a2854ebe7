// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.k8s.Pod;
import org.marsad.k8s.Rendering;

/** Every mount has its volume, every volume is mounted, and no two mounts share a place. */
public final class Mounts implements Check {
  /** Which ECK mounts by itself. */
  private static final String OPERATORS_OWN = "elasticsearch-data";

  @Override
  public List<String> faults(Rendering rendering) {
    List<String> faults = new ArrayList<>();
    rendering.pods().forEach(pod -> check(pod, faults));
    return faults;
  }

  private static void check(Pod pod, List<String> faults) {
    Set<String> volumes = new HashSet<>(pod.claims());
    pod.spec().path("volumes").forEach(volume -> volumes.add(volume.path("name").asText()));
    Set<String> unused = new HashSet<>(volumes);
    unused.remove(OPERATORS_OWN);
    for (JsonNode container : pod.containers()) {
      Set<String> places = new HashSet<>();
      for (JsonNode mount : container.path("volumeMounts")) {
        String name = mount.path("name").asText();
        String place = mount.path("mountPath").asText();
        unused.remove(name);
        if (!volumes.contains(name)) {
          faults.add(pod + " mounts " + name + ", which is none of its volumes");
        }
        if (!place.startsWith("/") || !places.add(place)) {
          faults.add(pod + " mounts " + name + " at " + place + ", which is taken or not absolute");
        }
      }
    }
    unused.forEach(name -> faults.add(pod + " has a volume " + name + " that nothing mounts"));
  }
}
