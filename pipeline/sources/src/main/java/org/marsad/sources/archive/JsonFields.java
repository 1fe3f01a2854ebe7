// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object's values by name, in any case of letters, or by a path with dots. */
final class JsonFields implements Fields {
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

  @Override
  public Collection<String> names() {
    Collection<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
