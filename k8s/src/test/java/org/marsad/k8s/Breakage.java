// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;

/**
 * One way to break the manifests, as the files of the folder broken describe it.
 *
 * @param breaks in words
 * @param manifest kind and name of a resource
 * @param at the part that is changed, a JSON pointer whose last step may be - for the end of a list
 * @param to what stands there then; null for nothing
 * @param faults what is told of it
 */
record Breakage(
    String breaks, String manifest, String at, @Nullable JsonNode to, List<String> faults) {

  static Breakage of(JsonNode entry) {
    return new Breakage(
        entry.path("breaks").asText(),
        entry.path("manifest").asText(),
        entry.path("at").asText(),
        entry.get("to"),
        Pod.elements(entry.path("faults")).map(JsonNode::asText).toList());
  }

  /** The same manifests, broken. */
  Rendering in(Rendering whole) {
    if (whole.resources().stream().noneMatch(one -> one.toString().equals(manifest))) {
      throw new AssertionError("nothing to break: there is no " + manifest);
    }
    return new Rendering(
        whole.resources().stream()
            .map(one -> one.toString().equals(manifest) ? broken(one) : one)
            .filter(one -> !one.tree().isEmpty())
            .toList());
  }

  private Resource broken(Resource one) {
    JsonPointer place = JsonPointer.compile(at);
    if (place.matches()) {
      return new Resource(Json.MAPPER.createObjectNode());
    }
    JsonNode tree = one.tree().deepCopy();
    JsonPointer step = place.last();
    JsonNode parent = tree.at(place.head());
    if (parent instanceof ObjectNode object) {
      change(object, step.getMatchingProperty());
    } else if (parent instanceof ArrayNode array && to != null) {
      array.insert(step.mayMatchElement() ? step.getMatchingIndex() : array.size(), to);
    } else {
      throw new AssertionError(manifest + " has no place " + at);
    }
    return new Resource(tree);
  }

  private void change(ObjectNode object, String key) {
    if (to == null) {
      if (object.remove(key) == null) {
        throw new AssertionError(manifest + " has no " + at + " to remove");
      }
    } else {
      object.set(key, to);
    }
  }

  @Override
  public String toString() {
    return breaks;
  }
}
