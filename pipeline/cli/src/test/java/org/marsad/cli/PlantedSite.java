// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.marsad.model.Json;

/**
 * An outlet with {@link Plants} in its feed, its articles, and its readers' comments in each of the
 * ways in which they are read: page, WordPress interface and feed.
 */
final class PlantedSite implements AutoCloseable {
  /** Two articles, two readers of the interface, one of the page and one of the feed. */
  static final int DOCUMENTS = 6;

  private final PastSite site = new PastSite();

  PlantedSite() throws IOException {
    Instant written = Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    site.with("/feed", "application/rss+xml", feed(written, "/a", "/b"))
        .with("/a", "text/html", PlantedPage.html(site.url("/a"), Plants.text()))
        .with("/b", "text/html", page())
        .with("/comments/feed", "application/rss+xml", feed(written, "/a#comment-78"))
        .with("/wp-json/wp/v2/comments" + PastSite.ANY_QUERY, "application/json", asJson(written));
  }

  /** Of the outlet alone. */
  Path writeCatalogue(Path file) throws IOException {
    return Files.writeString(
        file,
        """
        outlets:
          - id: planted
            name: Planted
            language: fr
            home: %1$s
            region: national
            kind: news-site
            status: listed
            comments: wordpress
            feeds:
              - url: %2$s
              - url: %3$s
                content: comments
              - url: %4$s
                content: comments
                form: wordpress-comments
        """
            .formatted(
                site.url("/"),
                site.url("/feed"),
                site.url("/comments/feed"),
                site.url("/wp-json/wp/v2/comments")));
  }

  /** An article whose own text is like no other's. */
  private static String page() {
    return "<html lang=fr><head><title>Appel de zq.mail@mail.example</title></head><body><article>"
        + "<h1>Appel de zq.mail@mail.example</h1><p>"
        + Plants.markup()
        + "</p>"
        + "<p>Le conseil de la ville a parlé de la crue et du marché couvert.</p>".repeat(8)
        + "</article></body></html>";
  }

  private String feed(Instant written, String... paths) {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Fil de"
                + " @zqmention_one</title>");
    for (String path : paths) {
      xml.append("<item><title>À @zqmention_one, 06 11 11 11 17</title><link>")
          .append(site.url(path))
          .append("</link><guid>")
          .append(site.url(path))
          .append("?u=%40zqmention_one</guid><author>zq.mail@mail.example (")
          .append(Plants.NAME)
          .append(")</author><dc:creator>")
          .append(path.contains("#") ? Plants.NAME : "@zqmention_one")
          .append("</dc:creator><category>@zqmention_one</category><pubDate>")
          .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(written.atOffset(ZoneOffset.UTC)))
          .append("</pubDate><description><![CDATA[")
          .append(Plants.text())
          .append(Plants.markup())
          .append("]]></description></item>");
    }
    return xml.append("</channel></rss>").toString();
  }

  private String asJson(Instant written) throws JsonProcessingException {
    return Json.MAPPER.writeValueAsString(
        List.of(comment(1, written, Plants.text()), comment(2, written, Plants.markup())));
  }

  /** As WordPress' developer handbook shows one. */
  private Map<String, Object> comment(int id, Instant written, String html) {
    return Map.of(
        "id",
        id,
        "post",
        9,
        "author",
        0,
        "author_name",
        Plants.NAME,
        "author_url",
        Plants.PROFILE,
        "author_avatar_urls",
        Map.of("24", Plants.AVATAR),
        "type",
        "comment",
        "date_gmt",
        written.toString().replace("Z", ""),
        "link",
        site.url("/a") + "?u=%40zqmention_one#comment-" + id,
        "content",
        Map.of("rendered", "<p>" + html + "</p>"));
  }

  @Override
  public void close() {
    site.close();
  }
}
