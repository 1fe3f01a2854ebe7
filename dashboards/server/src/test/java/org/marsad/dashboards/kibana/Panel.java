// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A panel of Lens within a dashboard.
 *
 * @param where it stands, for messages
 * @param json of the panel as a whole
 * @param layerId of its one layer
 * @param index that the layer reads, by the panel's own reference
 */
record Panel(String where, JsonNode json, String layerId, String index) {
  static final String LAYER = "indexpattern-datasource-layer-";

  static Panel of(String dashboard, JsonNode json) {
    JsonNode attributes = json.at("/embeddableConfig/attributes");
    String layer =
        attributes.at("/state/datasourceStates/formBased/layers").properties().stream()
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("");
    String index = "";
    for (JsonNode reference : attributes.path("references")) {
      if (reference.path("name").asText().equals(LAYER + layer)) {
        index = reference.path("id").asText();
      }
    }
    return new Panel(dashboard + ", panel " + json.path("panelIndex").asText(), json, layer, index);
  }

  String id() {
    return json.path("panelIndex").asText();
  }

  JsonNode attributes() {
    return json.at("/embeddableConfig/attributes");
  }

  JsonNode layer() {
    return attributes().at("/state/datasourceStates/formBased/layers").path(layerId);
  }

  JsonNode columns() {
    return layer().path("columns");
  }

  /** What the panel as a whole is filtered by. */
  String query() {
    return attributes().at("/state/query/query").asText();
  }

  /** The columns that its picture is made of. */
  List<String> accessors() {
    JsonNode picture = attributes().at("/state/visualization");
    List<String> names = new ArrayList<>();
    JsonNode drawn = picture.has("layers") ? picture.at("/layers/0") : picture;
    for (String key : List.of("xAccessor", "splitAccessor", "metricAccessor")) {
      if (drawn.has(key)) {
        names.add(drawn.get(key).asText());
      }
    }
    drawn.path("accessors").forEach(one -> names.add(one.asText()));
    drawn.path("columns").forEach(one -> names.add(one.path("columnId").asText()));
    return names;
  }
}
