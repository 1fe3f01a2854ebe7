// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.marsad.demo.Outlet.Metadata;

/** Draws an outlet's home page and article pages in the layout that is its own. */
final class Pages {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ON_HOME_PAGE = 30;
  private static final int RELATED = 4;

  private final Outlet outlet;
  private final Words words;
  private final String origin;
  private final List<Article> articles;
  private final String shell;
  private final String articleLayout;

  /**
   * @param origin such as {@code http://127.0.0.1:8090}
   */
  Pages(Outlet outlet, List<Article> articles, String origin) {
    this.outlet = outlet;
    this.words = Banks.words(outlet.language());
    this.origin = origin;
    this.articles = articles;
    String[] layout = Banks.layout(outlet).split("<!-- article -->\n", 2);
    this.shell = layout[0];
    this.articleLayout = layout[1];
  }

  String home() {
    String items =
        articles.stream()
            .limit(ON_HOME_PAGE)
            .map(
                article ->
                    "<li><h2>%s</h2><p class=\"when\">%s · %s</p><p>%s</p></li>\n"
                        .formatted(
                            link(article),
                            Html.escape(words.section(article.topic())),
                            date(article.published()),
                            Html.escape(article.summary())))
            .collect(Collectors.joining());
    return page(outlet.name(), "", "<ul class=\"latest\">\n" + items + "</ul>");
  }

  String article(Article article) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("title", Html.escape(article.title()));
    values.put("section", Html.escape(words.section(article.topic())));
    values.put("desk", Html.escape(outlet.desk()));
    values.put("by", Html.escape(words.label("by")));
    values.put("date", date(article.published()));
    values.put("iso", iso(article.published()));
    values.put("body", paragraphs(article));
    values.put("related", related(article));
    values.put("relatedTitle", Html.escape(words.label("related")));
    values.put("comments", comments(article));
    values.put("commentsTitle", Html.escape(words.label("comments")));
    values.put("count", Integer.toString(article.comments().size()));
    return page(article.title(), head(article), Html.fill(articleLayout, values));
  }

  private String page(String title, String head, String content) {
    String nav =
        Topic.ORDINARY.stream()
            .map(topic -> "<li><a href=\"/\">" + Html.escape(words.section(topic)) + "</a></li>")
            .collect(Collectors.joining());
    String feeds =
        "<link rel=\"alternate\" type=\"application/%s\" href=\"/feed\">"
            .formatted(outlet.feed().mediaType());
    return Html.fill(
        shell,
        Map.of(
            "pageTitle", Html.escape(title + " – " + outlet.name()),
            "name", Html.escape(outlet.name()),
            "tagline", Html.escape(outlet.tagline()),
            "notice", Html.escape(outlet.notice()),
            "home", Html.escape(words.label("home")),
            "nav", nav,
            "head", feeds + head,
            "charset", outlet.charset(),
            "content", content));
  }

  private String head(Article article) {
    String url = origin + article.path();
    String canonical = "<link rel=\"canonical\" href=\"" + url + "\">";
    return switch (outlet.metadata()) {
      case JSON_LD, JSON_LD_WITH_BODY -> canonical + jsonLd(article, url);
      case META -> canonical + meta(article, url);
      case MICRODATA, TIME_ELEMENT -> canonical;
    };
  }

  private String meta(Article article, String url) {
    return """
        <meta name="description" content="%s">
        <meta name="author" content="%s">
        <meta property="og:type" content="article">
        <meta property="og:title" content="%s">
        <meta property="og:url" content="%s">
        <meta property="og:site_name" content="%s">
        <meta property="article:published_time" content="%s">
        """
        .formatted(
            Html.escape(article.summary()),
            Html.escape(outlet.desk()),
            Html.escape(article.title()),
            url,
            Html.escape(outlet.name()),
            iso(article.published()));
  }

  private String jsonLd(Article article, String url) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "NewsArticle");
    data.put("headline", article.title());
    data.put("datePublished", iso(article.published()));
    data.put("inLanguage", outlet.language());
    data.put("mainEntityOfPage", url);
    data.put("author", Map.of("@type", "Organization", "name", outlet.desk()));
    data.put("publisher", Map.of("@type", "Organization", "name", outlet.name()));
    if (outlet.metadata() == Metadata.JSON_LD_WITH_BODY) {
      data.put("articleBody", String.join("\n\n", article.paragraphs()));
    }
    try {
      String json = JSON.writeValueAsString(data).replace("<", "\\u003c");
      return "<script type=\"application/ld+json\">" + json + "</script>";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and maps always have a JSON form", e);
    }
  }

  private static String paragraphs(Article article) {
    return article.paragraphs().stream()
        .map(paragraph -> "<p>" + Html.escape(paragraph) + "</p>\n")
        .collect(Collectors.joining());
  }

  /** The next older articles of the topic. */
  private String related(Article article) {
    return articles.stream()
        .filter(other -> other.topic() == article.topic() && other.id() < article.id())
        .limit(RELATED)
        .map(other -> "<li>" + link(other) + "</li>\n")
        .collect(Collectors.joining());
  }

  private String comments(Article article) {
    return article.comments().stream()
        .map(
            comment ->
                """
                <li id="%s" class="comment"><cite>%s</cite> <time datetime="%s">%s</time>
                <p dir="auto">%s</p></li>
                """
                    .formatted(
                        comment.anchor(),
                        Html.escape(comment.author()),
                        iso(comment.published()),
                        date(comment.published()),
                        Html.escape(comment.text())))
        .collect(Collectors.joining());
  }

  private static String link(Article article) {
    return "<a href=\"" + article.path() + "\">" + Html.escape(article.title()) + "</a>";
  }

  /** Day, month by the name that Morocco uses, year, hour. */
  private String date(Instant time) {
    ZonedDateTime local = time.atZone(Newsroom.ZONE);
    String month = words.lists().getOrDefault("month", List.of()).get(local.getMonthValue() - 1);
    return "%d %s %d, %02d:%02d"
        .formatted(
            local.getDayOfMonth(), month, local.getYear(), local.getHour(), local.getMinute());
  }

  private static String iso(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(Newsroom.ZONE));
  }
}
