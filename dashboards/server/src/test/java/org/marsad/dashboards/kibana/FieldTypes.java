// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexNames;
import org.marsad.model.Json;

/** The types of an index's fields that can be counted by, as its template has them. */
record FieldTypes(Map<String, String> types) {
  private static final Set<String> NUMBERS =
      Set.of("byte", "integer", "long", "float", "double", "short");

  static FieldTypes of(String index) {
    try (InputStream in = IndexNames.class.getResourceAsStream(index + ".json")) {
      if (in == null) {
        return new FieldTypes(Map.of());
      }
      Map<String, String> types = new HashMap<>();
      collect("", Json.MAPPER.readTree(in).at("/mappings/properties"), types);
      return new FieldTypes(Map.copyOf(types));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(String prefix, JsonNode properties, Map<String, String> types) {
    properties
        .properties()
        .forEach(
            field -> {
              String name = prefix + field.getKey();
              JsonNode mapping = field.getValue();
              if (mapping.has("properties")) {
                collect(name + ".", mapping.get("properties"), types);
              } else if (mapping.path("index").asBoolean(true)
                  && mapping.path("doc_values").asBoolean(true)) {
                types.put(name, mapping.path("type").asText());
              }
            });
  }

  /** Null where there is no such field, or it can neither be searched nor counted by. */
  @Nullable String type(String field) {
    return types.get(field);
  }

  /** Whether an operation of Lens takes fields of this type. */
  static boolean fits(String operation, String type) {
    return switch (operation) {
      case "date_histogram" -> type.equals("date");
      case "terms", "unique_count" -> type.equals("keyword") || type.equals("boolean");
      case "average", "sum" -> NUMBERS.contains(type);
      case "max", "min" -> NUMBERS.contains(type) || type.equals("date");
      default -> false;
    };
  }
}
