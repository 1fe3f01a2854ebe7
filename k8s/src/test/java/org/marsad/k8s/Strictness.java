// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Turns the structural schemas of Kubernetes into plain ones under which an unknown field is a
 * fault: an API server drops it in silence.
 */
final class Strictness {
  private static final String ANY = "x-kubernetes-preserve-unknown-fields";
  private static final String EITHER = "x-kubernetes-int-or-string";
  private static final String QUANTITY = "io.k8s.apimachinery.pkg.api.resource.Quantity";

  private Strictness() {}

  /** Of all core definitions. */
  static void addTo(ObjectNode definitions) {
    definitions.properties().forEach(entry -> close(entry.getValue()));
    definitions.withObject("/" + QUANTITY).putArray("type").add("string").add("number");
  }

  /** Of one schema and all within it. */
  static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      closeItself(object);
      object.path("properties").forEach(Strictness::close);
      close(object.path("additionalProperties"));
      close(object.path("items"));
    }
  }

  private static void closeItself(ObjectNode schema) {
    if (schema.path(EITHER).asBoolean() || "int-or-string".equals(schema.path("format").asText())) {
      schema.putArray("type").add("integer").add("string");
    } else if (schema.has("properties")
        && !schema.has("additionalProperties")
        && !schema.path(ANY).asBoolean()) {
      schema.put("additionalProperties", false);
    }
  }
}
