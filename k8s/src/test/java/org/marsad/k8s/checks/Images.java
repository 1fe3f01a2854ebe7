// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.marsad.k8s.Rendering;
import org.marsad.k8s.Resource;

/** Every image is of a version that is known, which for those made here is the checkout's. */
public final class Images implements Check {
  private final Map<String, String> versions;

  /**
   * @param versions by the last part of an image's name, or a kind of resource
   */
  public Images(Map<String, String> versions) {
    this.versions = versions;
  }

  @Override
  public List<String> faults(Rendering rendering) {
    List<String> faults = new ArrayList<>();
    for (Resource one : rendering.resources()) {
      images(one).distinct().forEach(image -> check(one, image, faults));
      String wanted = versions.get(one.kind());
      String given = one.at("/spec/version").asText();
      if (wanted != null && !wanted.equals(given)) {
        faults.add(one + " is version " + given + ", but the build is tested with " + wanted);
      }
    }
    return faults;
  }

  private static Stream<String> images(Resource resource) {
    return resource.tree().findValues("image").stream()
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText);
  }

  private void check(Resource by, String image, List<String> faults) {
    String name = image.replaceFirst(".*/", "").replaceFirst("[:@].*", "");
    String tag = image.replaceFirst(".*/", "").replaceFirst("^[^:@]*[:@]?", "");
    String wanted = versions.get(name.replaceFirst("^marsad-", ""));
    if (wanted == null) {
      faults.add(by + " runs the image " + image + ", which nobody knows");
    } else if (!tag.equals(wanted)) {
      faults.add(by + " runs the image " + image + ", but version " + wanted + " is meant");
    }
  }
}
