// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.discovery;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.http.FailureKind;
import org.marsad.sources.http.FetchOutcome;
import org.marsad.sources.http.FetchOutcome.Failed;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.RegistrableDomains;
import org.marsad.sources.http.Urls;
import org.marsad.sources.text.CharsetDetection;

/**
 * Tries what a site may be followed by: the feeds that its page names, the sitemaps that its
 * robots.txt names, and the usual paths. Each is asked for once, politely.
 */
public final class FeedDiscovery {
  private static final List<String> FEED_PATHS =
      List.of("/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/feed.json");
  private static final List<String> SITEMAP_PATHS =
      List.of("/sitemap-news.xml", "/news-sitemap.xml", "/sitemap.xml");
  private static final String COMMENTS_PATH = "/wp-json/wp/v2/comments";
  private static final String FEED_LINKS =
      "link[rel~=(?i)alternate][type~=(?i)(rss|atom|feed\\+json)][href]";

  private static final Pattern FEED_TYPE = Pattern.compile("(?i)(rss|atom|/xml|/json|feed\\+json)");

  /** More, a page names for every section and every article. */
  private static final int MOST_CANDIDATES = 30;

  private final SiteVisit visit;

  public FeedDiscovery(SiteVisit visit) {
    this.visit = visit;
  }

  /**
   * @param start the site's first page, or a section's
   */
  public Discovery of(URI start) throws InterruptedException {
    FetchOutcome first = visit.ask(start, start);
    if (first instanceof Failed failed && answersNothing(failed)) {
      return new Discovery(false, null, null, List.of());
    }
    // A site may have moved as a whole; what it offers, it offers where it is now.
    URI site = first instanceof Fetched page ? page.uri() : start;
    Document html = first instanceof Fetched page ? parsed(page) : new Document("");
    Map<URI, FeedForm> candidates = new LinkedHashMap<>();
    if (first instanceof Fetched page && isFeed(page)) {
      candidates.put(site, FeedForm.FEED);
    }
    for (Element link : html.select(FEED_LINKS)) {
      add(candidates, site, link.absUrl("href"), FeedForm.FEED);
    }
    NamedSitemaps.of(site, visit).forEach(url -> candidates.putIfAbsent(url, FeedForm.SITEMAP));
    FEED_PATHS.forEach(path -> add(candidates, site, path, FeedForm.FEED));
    SITEMAP_PATHS.forEach(path -> add(candidates, site, path, FeedForm.SITEMAP));
    add(candidates, site, COMMENTS_PATH, FeedForm.WORDPRESS_COMMENTS);
    String language = textOrNull(html.select("html").attr("lang"));
    String name = textOrNull(html.select("meta[property=og:site_name]").attr("content"));
    return new Discovery(
        true, name, language, tried(candidates, start, new CandidateReader(visit, language)));
  }

  /** Whether every further request would end in the same way. */
  private static boolean answersNothing(Failed failed) {
    return failed.status() == null || failed.kind() == FailureKind.ROBOTS_UNREACHABLE;
  }

  /** A person may well give the address of a feed in place of the site's. */
  private static boolean isFeed(Fetched page) {
    return FEED_TYPE.matcher(String.valueOf(page.contentType())).find();
  }

  private static Document parsed(Fetched page) {
    return Jsoup.parse(
        CharsetDetection.decode(page.body(), page.contentType()).text(), page.uri().toString());
  }

  private static @Nullable String textOrNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  private void add(Map<URI, FeedForm> candidates, URI site, String link, FeedForm form) {
    try {
      URI url = site.resolve(Urls.encode(link));
      if (RegistrableDomains.of(url).equals(RegistrableDomains.of(site))) {
        candidates.putIfAbsent(url, form);
      } else {
        visit.note(url + ": belongs to another domain; not tried");
      }
    } catch (IllegalArgumentException e) {
      visit.note(link + ": is no URL");
    }
  }

  private List<Discovered> tried(Map<URI, FeedForm> candidates, URI start, CandidateReader reader)
      throws InterruptedException {
    List<Discovered> found = new ArrayList<>();
    Set<URI> answered = new HashSet<>();
    int asked = 0;
    for (Map.Entry<URI, FeedForm> candidate : candidates.entrySet()) {
      if (asked++ == MOST_CANDIDATES) {
        visit.note((candidates.size() - MOST_CANDIDATES) + " further candidates were not tried");
        break;
      }
      // Several addresses may lead to one feed.
      if (visit.ask(candidate.getKey(), start) instanceof Fetched answer
          && answered.add(answer.uri())) {
        Discovered one = reader.read(candidate.getKey(), candidate.getValue(), answer);
        if (one != null) {
          found.add(one);
        }
      }
    }
    return found;
  }
}
