// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.kibana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marsad.model.Json;

/**
 * As much of Kibana's query language as our panels use: conditions on one field each, joined by
 * {@code and}.
 */
record Kql(List<Condition> conditions) {
  /** Finds what outlets published, and nothing of private persons. */
  static final String PUBLISHED = "kind : \"ARTICLE\" and not author : *";

  private static final Pattern CONDITION =
      Pattern.compile("(not )?([A-Za-z.]+) (:|>) (\"[^\"]*\"|\\*|true|false|\\d+)");

  record Condition(boolean negated, String field, String operator, String value) {
    ObjectNode query() {
      ObjectNode query = Json.MAPPER.createObjectNode();
      if (value.equals("*")) {
        query.putObject("exists").put("field", field);
      } else if (operator.equals(">")) {
        query.putObject("range").putObject(field).put("gt", value);
      } else {
        query.putObject("term").put(field, value.replace("\"", ""));
      }
      return query;
    }
  }

  /**
   * @throws IllegalArgumentException for a query of another form
   */
  static Kql of(String text) {
    List<Condition> conditions = new ArrayList<>();
    for (String part : text.isBlank() ? new String[0] : text.split(" and ", -1)) {
      Matcher matcher = CONDITION.matcher(part);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("the query \"" + text + "\" is not understood");
      }
      conditions.add(
          new Condition(
              matcher.group(1) != null, matcher.group(2), matcher.group(3), matcher.group(4)));
    }
    return new Kql(List.copyOf(conditions));
  }

  /** The same as Elasticsearch takes it. */
  ObjectNode query() {
    ObjectNode query = Json.MAPPER.createObjectNode();
    ObjectNode bool = query.putObject("bool");
    ArrayNode filter = bool.putArray("filter");
    ArrayNode not = bool.putArray("must_not");
    conditions.forEach(one -> (one.negated() ? not : filter).add(one.query()));
    return query;
  }
}
