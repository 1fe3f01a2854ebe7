// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.marsad.index.IndexNames;

/** What is wrong with one panel: its columns, fields, filters and what it would tell of people. */
final class PanelCheck {
  private static final String RECORDS = "___records___";
  private static final Set<String> OPERATIONS =
      Set.of("date_histogram", "terms", "unique_count", "average", "sum", "max", "min", "count");

  /** By which single people or texts could be told apart. */
  private static final Set<String> PRIVATE =
      Set.of("author", "byline", "url", "parentId", "id", "contentHash");

  private final Panel panel;
  private final FieldTypes types;
  private final Consumer<String> faults;

  PanelCheck(Panel panel, Consumer<String> faults) {
    this.panel = panel;
    this.types = FieldTypes.of(panel.index());
    this.faults = fault -> faults.accept(panel.where() + ": " + fault);
  }

  void run() {
    if (panel.columns().isEmpty()) {
      faults.accept("has no columns in a layer of formBased");
    }
    panel.columns().properties().forEach(column -> column(column.getKey(), column.getValue()));
    Set<String> names = new HashSet<>();
    panel.columns().fieldNames().forEachRemaining(names::add);
    List<String> order = new ArrayList<>();
    panel.layer().path("columnOrder").forEach(one -> order.add(one.asText()));
    if (order.size() != names.size() || !names.containsAll(order)) {
      faults.accept("columnOrder is " + order + " of columns " + names);
    }
    if (panel.accessors().isEmpty() || !names.containsAll(panel.accessors())) {
      faults.accept("draws " + panel.accessors() + " of columns " + names);
    }
    query(panel.query());
    if (panel.index().equals(IndexNames.DOCUMENTS) && !panel.query().startsWith(Kql.PUBLISHED)) {
      faults.accept("counts people, whose small cells Kibana would show");
    }
  }

  private void column(String name, JsonNode column) {
    String operation = column.path("operationType").asText();
    String field = column.path("sourceField").asText();
    if (!OPERATIONS.contains(operation)) {
      faults.accept("column " + name + " has the unknown operation " + operation);
    } else if (operation.equals("count")) {
      if (!field.equals(RECORDS)) {
        faults.accept("column " + name + " counts " + field + " and not " + RECORDS);
      }
    } else {
      field(name, operation, field);
    }
    query(column.at("/filter/query").asText());
  }

  private void field(String name, String operation, String field) {
    String type = types.type(field);
    if (PRIVATE.contains(field)) {
      faults.accept("column " + name + " tells single people or texts apart by " + field);
    } else if (type == null) {
      faults.accept("column " + name + " has the unknown field " + field);
    } else if (!FieldTypes.fits(operation, type)) {
      faults.accept(
          "column " + name + ": the operation " + operation + " takes no " + type + ", " + field);
    }
  }

  private void query(String text) {
    try {
      for (Kql.Condition condition : Kql.of(text).conditions()) {
        if (types.type(condition.field()) == null) {
          faults.accept("filters by the unknown field " + condition.field());
        }
      }
    } catch (IllegalArgumentException e) {
      faults.accept(String.valueOf(e.getMessage()));
    }
  }
}
