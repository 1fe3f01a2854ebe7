// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.kibana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.marsad.model.Json;

/** Saved objects as files of lines, with all that is wrong with them. */
final class KibanaObjects {
  private static final int GRID = 48;
  private static final String CORE = "8.8.0";
  private static final int ATTRIBUTES_VERSION = 3;

  /** A dashboard's migration 10.3 expects another form than ours. */
  private static final Set<String> MIGRATIONS = Set.of("8.0.0", "10.2.0");

  /** Of Kibana's schema of a dashboard, which forbids all others. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "title",
          "description",
          "version",
          "hits",
          "timeRestore",
          "timeFrom",
          "timeTo",
          "refreshInterval",
          "controlGroupInput",
          "kibanaSavedObjectMeta",
          "optionsJSON",
          "panelsJSON");

  private final Map<String, JsonNode> objects = new TreeMap<>();
  private final List<Panel> panels = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * @param files their content by name, imported together
   */
  KibanaObjects(Map<String, String> files) {
    files.forEach(
        (name, content) -> {
          int number = 0;
          for (String line : content.lines().toList()) {
            add(name + ":" + ++number, line);
          }
        });
    objects.values().forEach(this::check);
  }

  List<String> faults() {
    return faults;
  }

  List<Panel> panels() {
    return panels;
  }

  private void add(String where, String line) {
    try {
      JsonNode object = Json.MAPPER.readTree(line);
      if (objects.putIfAbsent(object.path("id").asText(), object) != null) {
        faults.add(where + ": the id " + object.path("id").asText() + " is there twice");
      }
    } catch (JsonProcessingException e) {
      faults.add(where + ": is no JSON");
    }
  }

  private void check(JsonNode object) {
    String where = object.path("id").asText();
    if (!object.path("coreMigrationVersion").asText().equals(CORE)) {
      faults.add(where + ": coreMigrationVersion is not " + CORE);
    }
    if (!MIGRATIONS.contains(object.path("typeMigrationVersion").asText())) {
      faults.add(where + ": typeMigrationVersion is none of " + MIGRATIONS);
    }
    references(where, object.path("references"));
    JsonNode attributes = object.path("attributes");
    nested(where, attributes);
    if (object.path("type").asText().equals("dashboard")) {
      attributes
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!ATTRIBUTES.contains(name)) {
                  faults.add(where + ": the attribute " + name + " is unknown");
                }
              });
      if (attributes.path("version").asInt() != ATTRIBUTES_VERSION) {
        faults.add(where + ": attributes.version is not " + ATTRIBUTES_VERSION);
      }
      panels(where, object);
    }
  }

  private void references(String where, JsonNode references) {
    for (JsonNode reference : references) {
      JsonNode target = objects.get(reference.path("id").asText());
      if (target == null || !target.path("type").equals(reference.path("type"))) {
        faults.add(where + ": the reference " + reference.path("name") + " leads to nothing");
      }
    }
  }

  /** Whatever is text and begins like JSON, at any depth. */
  private void nested(String where, JsonNode node) {
    if (node.isTextual() && node.asText().matches("(?s)[\\[{].*")) {
      try {
        nested(where, Json.MAPPER.readTree(node.asText()));
      } catch (JsonProcessingException e) {
        faults.add(where + ": a nested JSON does not parse");
      }
    } else {
      node.forEach(child -> nested(where, child));
    }
  }

  private void panels(String where, JsonNode dashboard) {
    Map<String, String> named = new HashMap<>();
    dashboard
        .path("references")
        .forEach(one -> named.put(one.path("name").asText(), one.path("id").asText()));
    Set<String> ids = new HashSet<>();
    Set<Integer> taken = new HashSet<>();
    for (JsonNode json : parsed(dashboard.at("/attributes/panelsJSON").asText())) {
      Panel panel = Panel.of(where, json);
      if (!ids.add(panel.id()) || !panel.id().equals(json.at("/gridData/i").asText())) {
        faults.add(panel.where() + ": panelIndex is there twice, or not that of gridData");
      }
      place(panel, taken);
      references(panel.where(), panel.attributes().path("references"));
      if (!panel.index().equals(named.get(panel.id() + ":" + Panel.LAYER + panel.layerId()))) {
        faults.add(
            panel.where() + ": the dashboard has no reference to the data view of its layer");
      }
      new PanelCheck(panel, faults::add).run();
      panels.add(panel);
    }
  }

  private void place(Panel panel, Set<Integer> taken) {
    JsonNode grid = panel.json().path("gridData");
    int right = grid.path("x").asInt(-1) + grid.path("w").asInt();
    if (grid.path("x").asInt(-1) < 0 || right > GRID || grid.path("w").asInt() < 1) {
      faults.add(panel.where() + ": lies beyond the " + GRID + " columns of the grid");
    }
    boolean overlaps = false;
    for (int x = grid.path("x").asInt(); x < right; x++) {
      for (int y = grid.path("y").asInt();
          y < grid.path("y").asInt() + grid.path("h").asInt();
          y++) {
        overlaps |= !taken.add(y * GRID + Math.min(x, GRID - 1));
      }
    }
    if (overlaps) {
      faults.add(panel.where() + ": overlaps another");
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return Json.MAPPER.createArrayNode();
    }
  }
}
