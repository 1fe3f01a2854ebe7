// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.marsad.model.Json;

/**
 * What stays of a document: of which source and kind it was, in which hour it was published, and
 * how it was judged. No text, no address, no id; of its author one of {@link #GROUPS} groups, so
 * that it is still known of how many people at least a count speaks.
 */
final class Figure {
  /** Fewer than there are authors, by far; more than small cells have to tell apart. */
  static final int GROUPS = 64;

  /** Of a document, what a figure is made of. */
  static final List<String> SOURCES =
      List.of("sourceId", "kind", "author", "date", "published", "story", "assessment");

  private static final List<String> SAME = List.of("sourceId", "kind");
  private static final List<String> OF_STORY = List.of("id", "role");
  private static final List<String> OF_ASSESSMENT =
      List.of(
          "classified",
          "language",
          "languages",
          "relevant",
          "stance",
          "intensity",
          "targets",
          "frames",
          "themes",
          "places",
          "model");

  private Figure() {}

  static ObjectNode of(ObjectNode document) {
    ObjectNode figure = Json.MAPPER.createObjectNode();
    copy(document, figure, SAME);
    for (String time : List.of("date", "published")) {
      if (document.hasNonNull(time)) {
        Instant hour = Instant.parse(document.get(time).asText()).truncatedTo(ChronoUnit.HOURS);
        figure.put(time, hour.toString());
      }
    }
    if (document.hasNonNull("author")) {
      int group = Math.floorMod(document.get("author").asText().hashCode(), GROUPS);
      figure.put("authorGroup", Integer.toString(group));
    }
    copyPart(document, figure, "story", OF_STORY);
    copyPart(document, figure, "assessment", OF_ASSESSMENT);
    return figure;
  }

  private static void copyPart(
      ObjectNode document, ObjectNode figure, String part, List<String> fields) {
    if (document.hasNonNull(part)) {
      copy(document.get(part), figure.putObject(part), fields);
    }
  }

  private static void copy(JsonNode from, ObjectNode to, List<String> fields) {
    for (String field : fields) {
      if (from.hasNonNull(field)) {
        to.set(field, from.get(field));
      }
    }
  }
}
