// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;

/**
 * The story that pages of Arc XP carry as JSON in a script ({@code Fusion.globalContent}), often
 * before any script has made markup of it; in schema.org's words.
 */
final class FusionContent {
  private static final String ASSIGNMENT = "Fusion.globalContent=";
  private static final Set<String> TEXTS = Set.of("text", "header", "quote");

  private FusionContent() {}

  static @Nullable JsonNode article(Document page) {
    for (Element script : page.select("script")) {
      String data = script.data();
      int at = data.indexOf(ASSIGNMENT);
      if (at >= 0) {
        JsonNode story = read(data.substring(at + ASSIGNMENT.length()));
        return story == null || !story.path("type").asText().equals("story") ? null : told(story);
      }
    }
    return null;
  }

  /** What follows the first value is the script's. */
  private static @Nullable JsonNode read(String data) {
    try {
      return Json.MAPPER.readTree(data);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static JsonNode told(JsonNode story) {
    ObjectNode article = Json.MAPPER.createObjectNode();
    article.set("headline", story.path("headlines").path("basic"));
    article.set("datePublished", story.path("display_date"));
    article.set("dateModified", story.path("last_updated_date"));
    article.set("articleSection", story.path("taxonomy").path("primary_section"));
    ArrayNode authors = article.putArray("author");
    story.path("credits").path("by").forEach(authors::add);
    StringBuilder body = new StringBuilder();
    for (JsonNode element : story.path("content_elements")) {
      if (TEXTS.contains(element.path("type").asText())) {
        body.append("<p>").append(element.path("content").asText()).append("</p>");
      } else if (element.path("type").asText().equals("list")) {
        element
            .path("items")
            .forEach(
                item -> body.append("<p>").append(item.path("content").asText()).append("</p>"));
      }
    }
    return article.put("articleBody", body.toString());
  }
}
