// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.http.FetchOutcome.Fetched;

/**
 * What a page says to robots: the {@code X-Robots-Tag} header, {@code <meta name=robots>} and
 * {@code <meta name=OURNAME>}. What is said to all robots and what is said to us add up, as the
 * search engines read it (developers.google.com, "Robots meta tag").
 *
 * <p>For pages only: blogs send {@code noindex} with every feed by default, and mean search engines
 * that would list the feed itself.
 *
 * @param noIndex the page is not to be taken
 * @param noArchive the page may be read, but no copy of it kept
 */
public record RobotsDirectives(boolean noIndex, boolean noArchive) {
  /** Where a page's head ends at the latest. */
  private static final int HEAD_BYTES = 64 * 1024;

  /** Directives that a colon follows, unlike the names of robots. */
  private static final Set<String> VALUED =
      Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

  /**
   * @param robotName see {@link RobotName}
   */
  public static RobotsDirectives of(Fetched page, String robotName) {
    Set<String> directives = new HashSet<>();
    String header = page.headers().get("X-Robots-Tag");
    if (header != null) {
      header.lines().forEach(line -> addHeader(line, robotName, directives));
    }
    if (isHtml(page.contentType())) {
      addMeta(page.body(), robotName, directives);
    }
    boolean none = directives.contains("none");
    return new RobotsDirectives(
        none || directives.contains("noindex"), directives.contains("noarchive"));
  }

  /** One line, which may begin with the name of the robot that it addresses. */
  private static void addHeader(String line, String robotName, Set<String> directives) {
    String rest = line;
    int colon = line.indexOf(':');
    if (colon >= 0 && line.substring(0, colon).indexOf(',') < 0) {
      String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      if (!VALUED.contains(name)) {
        if (!name.equals(robotName) && !name.equals("robots")) {
          return;
        }
        rest = line.substring(colon + 1);
      }
    }
    add(rest, directives);
  }

  /** Names and directives are ASCII, which all charsets of the web write alike. */
  private static void addMeta(byte[] body, String robotName, Set<String> directives) {
    String head =
        new String(body, 0, Math.min(body.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    for (Element meta : Jsoup.parse(head).select("meta[name][content]")) {
      String name = meta.attr("name").strip().toLowerCase(Locale.ROOT);
      if (name.equals("robots") || name.equals(robotName)) {
        add(meta.attr("content"), directives);
      }
    }
  }

  private static void add(String list, Set<String> directives) {
    for (String directive : list.split(",", -1)) {
      directives.add(directive.strip().toLowerCase(Locale.ROOT));
    }
  }

  private static boolean isHtml(@Nullable String contentType) {
    return contentType == null || contentType.toLowerCase(Locale.ROOT).contains("html");
  }
}
