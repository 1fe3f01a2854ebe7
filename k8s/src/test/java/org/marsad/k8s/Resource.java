// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * One manifest.
 *
 * @param tree all of it
 */
public record Resource(JsonNode tree) {
  public String apiVersion() {
    return tree.path("apiVersion").asText();
  }

  public String kind() {
    return tree.path("kind").asText();
  }

  public String name() {
    return tree.at("/metadata/name").asText();
  }

  public boolean is(String kind, String name) {
    return kind().equals(kind) && name().equals(name);
  }

  /** The part at a JSON pointer; a missing node where there is none. */
  public JsonNode at(String pointer) {
    return tree.at(pointer);
  }

  /** A part that maps texts to texts, such as labels. */
  public static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new TreeMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  @Override
  public String toString() {
    return kind() + " " + name();
  }
}
