// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.marsad.model.Json;

/** What Lens asks Elasticsearch for a panel: its buckets within one another, then its figures. */
final class PanelSearch {
  private PanelSearch() {}

  static ObjectNode of(Panel panel) {
    ObjectNode search = Json.MAPPER.createObjectNode().put("size", 0);
    search.set("query", Kql.of(panel.query()).query());
    ObjectNode aggregations = search;
    for (JsonNode name : panel.layer().path("columnOrder")) {
      JsonNode column = panel.columns().path(name.asText());
      if (column.path("isBucketed").asBoolean()) {
        ObjectNode bucket = aggregations.withObject("/aggs").putObject(name.asText());
        bucket(bucket, column);
        aggregations = bucket;
      }
    }
    for (JsonNode name : panel.layer().path("columnOrder")) {
      JsonNode column = panel.columns().path(name.asText());
      if (!column.path("isBucketed").asBoolean()) {
        figure(aggregations.withObject("/aggs").putObject(name.asText()), column);
      }
    }
    return search;
  }

  private static void bucket(ObjectNode into, JsonNode column) {
    String field = column.path("sourceField").asText();
    if (column.path("operationType").asText().equals("date_histogram")) {
      into.putObject("date_histogram").put("field", field).put("calendar_interval", "1d");
    } else {
      into.putObject("terms").put("field", field).put("size", column.at("/params/size").asInt());
    }
  }

  private static void figure(ObjectNode into, JsonNode column) {
    String field = column.path("sourceField").asText();
    switch (column.path("operationType").asText()) {
      case "count" -> into.set("filter", Kql.of(column.at("/filter/query").asText()).query());
      case "unique_count" -> into.putObject("cardinality").put("field", field);
      case "average" -> into.putObject("avg").put("field", field);
      default -> into.putObject(column.path("operationType").asText()).put("field", field);
    }
  }
}
