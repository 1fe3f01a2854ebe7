// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The schema.org article that a page states of itself, in whichever arrangement outlets write it;
 * for want of one, what it states of a video.
 */
final class JsonLd {
  private static final Set<String> ARTICLES =
      Set.of(
          "Article",
          "NewsArticle",
          "AnalysisNewsArticle",
          "AskPublicNewsArticle",
          "BackgroundNewsArticle",
          "OpinionNewsArticle",
          "ReportageNewsArticle",
          "ReviewNewsArticle",
          "BlogPosting",
          "LiveBlogPosting",
          "Report",
          "SocialMediaPosting",
          "TechArticle",
          "ScholarlyArticle");

  /** Lenient: outlets leave raw line breaks, stray escapes and trailing commas in it. */
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build()
          .reader();

  private static final int MOST_NODES = 10_000;

  private final @Nullable JsonNode article;

  private final boolean present;

  private JsonLd(@Nullable JsonNode article, boolean present) {
    this.article = article;
    this.present = present;
  }

  static JsonLd of(Document page) {
    List<JsonNode> articles = new ArrayList<>();
    List<JsonNode> videos = new ArrayList<>();
    for (Element script : page.select("script[type~=(?i)ld\\+json]")) {
      collect(script.data(), articles, videos);
    }
    if (articles.isEmpty()) {
      JsonNode story = FusionContent.article(page);
      return new JsonLd(story == null && !videos.isEmpty() ? videos.get(0) : story, story != null);
    }
    // Several: a list page's teasers, or the same article by two plug-ins. The fullest is it.
    return new JsonLd(
        articles.stream()
            .max(
                Comparator.comparingInt(
                    node -> node.path("articleBody").asText().length() + node.size()))
            .orElse(null),
        true);
  }

  private static void collect(String json, List<JsonNode> articles, List<JsonNode> videos) {
    JsonNode root;
    try {
      root = READER.readTree(unwrapped(json));
    } catch (JsonProcessingException e) {
      return;
    }
    Deque<JsonNode> open = new ArrayDeque<>(List.of(root));
    for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
      JsonNode node = open.poll();
      if (node.isArray()) {
        node.forEach(open::add);
      } else if (node.isObject()) {
        if (isArticle(node.path("@type"))) {
          articles.add(node);
        } else if (node.path("@type").asText().equals("VideoObject")) {
          videos.add(node);
        }
        open.add(node.path("@graph"));
        open.add(node.path("mainEntity"));
        open.add(node.path("mainEntityOfPage"));
      }
    }
  }

  /** Some wrap it in an HTML comment or CDATA, as was once done for scripts. */
  private static String unwrapped(String json) {
    int start = 0;
    while (start < json.length() && json.charAt(start) != '{' && json.charAt(start) != '[') {
      start++;
    }
    if (json.startsWith("[CDATA[", start)) {
      start = json.indexOf('{', start);
    }
    return start < 0 ? "" : json.substring(start);
  }

  private static boolean isArticle(JsonNode type) {
    return type.isArray()
        ? StreamSupport.stream(type.spliterator(), false).anyMatch(JsonLd::isArticle)
        : ARTICLES.contains(type.asText().replaceFirst("^https?://schema.org/", ""));
  }

  /** False where the page states a video at most. */
  boolean isPresent() {
    return present;
  }

  /**
   * A property as text: of persons and organisations their names, of several values all, parted by
   * commas; null where it is absent or blank.
   */
  @Nullable String text(String property) {
    return article == null ? null : text(article.path(property));
  }

  private static @Nullable String text(JsonNode node) {
    if (node.isArray()) {
      String joined =
          StreamSupport.stream(node.spliterator(), false)
              .map(JsonLd::text)
              .filter(part -> part != null)
              .distinct()
              .collect(Collectors.joining(", "));
      return joined.isEmpty() ? null : joined;
    }
    if (node.isObject()) {
      return node.has("name") ? text(node.path("name")) : text(node.path("@value"));
    }
    String value = node.asText().strip();
    return value.isEmpty() ? null : value;
  }
}
