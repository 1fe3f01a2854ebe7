// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object's values by name, in any case of letters, or by a path with dots. */
final class JsonFields implements Function<String, @Nullable String> {
  private final JsonNode object;
  private final Map<String, JsonNode> byName = new HashMap<>();

  JsonFields(JsonNode object) {
    this.object = object;
    object
        .properties()
        .forEach(field -> byName.putIfAbsent(lower(field.getKey()), field.getValue()));
  }

  @Override
  public @Nullable String apply(String name) {
    JsonNode value = byName.get(lower(name));
    if (value == null && name.contains(".")) {
      value = object.at("/" + name.replace('.', '/'));
    }
    return value == null || !value.isValueNode() || value.isNull() ? null : value.asText();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
