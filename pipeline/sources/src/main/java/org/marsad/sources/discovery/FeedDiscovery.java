// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.discovery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.feed.FeedItem;
import org.marsad.sources.feed.FeedParser;
import org.marsad.sources.feed.FeedResult;
import org.marsad.sources.http.FetchOutcome;
import org.marsad.sources.http.FetchOutcome.Failed;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.FetchOutcome.Refused;
import org.marsad.sources.http.FetchRequest;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.http.RegistrableDomains;
import org.marsad.sources.http.Urls;
import org.marsad.sources.sitemap.Sitemap;
import org.marsad.sources.sitemap.SitemapEntry;
import org.marsad.sources.sitemap.SitemapReader;
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
  private static final Pattern SITEMAP_LINE =
      Pattern.compile("(?im)^[ \\t]*sitemap[ \\t]*:[ \\t]*(\\S+)");
  private static final String FEED_LINKS =
      "link[rel~=(?i)alternate][type~=(?i)(rss|atom|feed\\+json)][href]";

  /** More, a page names for every section and every article. */
  private static final int MOST_CANDIDATES = 30;

  private final PoliteClient client;
  private final Duration minDelay;
  private final Clock clock;
  private final Consumer<String> notes;

  /**
   * @param notes takes what was tried and what came of it, for a person
   */
  public FeedDiscovery(
      PoliteClient client, Duration minDelay, Clock clock, Consumer<String> notes) {
    this.client = client;
    this.minDelay = minDelay;
    this.clock = clock;
    this.notes = notes;
  }

  public List<Discovered> of(URI site) throws InterruptedException {
    Map<URI, FeedForm> candidates = new LinkedHashMap<>();
    String language = null;
    if (fetch(site) instanceof Fetched page) {
      Document html =
          Jsoup.parse(
              CharsetDetection.decode(page.body(), page.contentType()).text(),
              page.uri().toString());
      language = html.select("html").attr("lang");
      for (Element link : html.select(FEED_LINKS)) {
        add(candidates, site, link.absUrl("href"), FeedForm.FEED);
      }
    }
    if (fetch(site.resolve("/robots.txt")) instanceof Fetched robots) {
      Matcher line = SITEMAP_LINE.matcher(new String(robots.body(), StandardCharsets.UTF_8));
      while (line.find()) {
        add(candidates, site, line.group(1), FeedForm.SITEMAP);
      }
    }
    FEED_PATHS.forEach(path -> add(candidates, site, path, FeedForm.FEED));
    SITEMAP_PATHS.forEach(path -> add(candidates, site, path, FeedForm.SITEMAP));
    add(candidates, site, COMMENTS_PATH, FeedForm.WORDPRESS_COMMENTS);
    return tried(candidates, language == null || language.isBlank() ? null : language);
  }

  private void add(Map<URI, FeedForm> candidates, URI site, String link, FeedForm form) {
    try {
      URI url = site.resolve(Urls.encode(link));
      if (RegistrableDomains.of(url).equals(RegistrableDomains.of(site))) {
        candidates.putIfAbsent(url, form);
      } else {
        notes.accept(url + ": belongs to another domain; not tried");
      }
    } catch (IllegalArgumentException e) {
      notes.accept(link + ": is no URL");
    }
  }

  private List<Discovered> tried(Map<URI, FeedForm> candidates, @Nullable String language)
      throws InterruptedException {
    List<Discovered> found = new ArrayList<>();
    List<URI> answered = new ArrayList<>();
    int asked = 0;
    for (Map.Entry<URI, FeedForm> candidate : candidates.entrySet()) {
      if (asked++ == MOST_CANDIDATES) {
        notes.accept((candidates.size() - MOST_CANDIDATES) + " further candidates were not tried");
        break;
      }
      if (fetch(candidate.getKey()) instanceof Fetched answer && !answered.contains(answer.uri())) {
        answered.add(answer.uri());
        Discovered one = read(candidate.getKey(), candidate.getValue(), answer, language);
        if (one != null) {
          found.add(one);
        }
      }
    }
    return found;
  }

  /** Null where it is not what it was taken for. */
  private @Nullable Discovered read(
      URI url, FeedForm form, Fetched answer, @Nullable String language) {
    return switch (form) {
      case SITEMAP -> sitemap(url, answer, language);
      case WORDPRESS_COMMENTS -> comments(url, answer, language);
      default -> feed(url, answer, language);
    };
  }

  private @Nullable Discovered feed(URI url, Fetched answer, @Nullable String language) {
    FeedResult result =
        FeedParser.parse(answer.body(), answer.contentType(), answer.uri(), clock.instant());
    if (result instanceof FeedResult.Unreadable unreadable) {
      notes.accept(url + ": " + unreadable.fault().message());
      return null;
    }
    List<FeedItem> items = ((FeedResult.Feed) result).items();
    Stream<@Nullable Instant> dates = items.stream().map(FeedItem::published);
    return found(new Discovered(url, FeedForm.FEED, items.size(), newest(dates), language));
  }

  private @Nullable Discovered sitemap(URI url, Fetched answer, @Nullable String language) {
    Sitemap sitemap = SitemapReader.read(answer, SitemapReader.domain(url), clock.instant());
    if (sitemap instanceof Sitemap.Unreadable unreadable) {
      notes.accept(url + ": " + unreadable.fault().message());
      return null;
    }
    if (sitemap instanceof Sitemap.Index index) {
      Stream<@Nullable Instant> dates = index.children().stream().map(FeedResult.Child::modified);
      int size = index.children().size();
      return found(new Discovered(url, FeedForm.SITEMAP, size, newest(dates), language));
    }
    List<SitemapEntry> entries = ((Sitemap.Pages) sitemap).entries();
    String stated =
        entries.stream()
            .map(SitemapEntry::language)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(language);
    Instant newest = newest(entries.stream().map(SitemapEntry::date));
    return found(new Discovered(url, FeedForm.SITEMAP, entries.size(), newest, stated));
  }

  /** Whether the interface gives its comments to anybody, its answer says by being a list. */
  private @Nullable Discovered comments(URI url, Fetched answer, @Nullable String language) {
    String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
    if (!text.startsWith("[")) {
      notes.accept(url + ": the answer is no list of comments");
      return null;
    }
    int count = text.split("\"date_gmt\"", -1).length - 1;
    return found(new Discovered(url, FeedForm.WORDPRESS_COMMENTS, count, null, language));
  }

  private Discovered found(Discovered one) {
    notes.accept(
        one.url()
            + ": "
            + one.items()
            + " items, newest "
            + (one.newest() == null ? "of unknown date" : one.newest())
            + ", language "
            + (one.language() == null ? "unknown" : one.language()));
    return one;
  }

  private FetchOutcome fetch(URI url) throws InterruptedException {
    FetchOutcome outcome =
        client.fetch(FetchRequest.of(url, minDelay, AddressPolicy.forConfigured(url)));
    if (outcome instanceof Refused refused) {
      notes.accept(url + ": " + refused.message());
    } else if (outcome instanceof Failed failed) {
      notes.accept(url + ": " + failed.detail());
    } else if (!(outcome instanceof Fetched)) {
      notes.accept(url + ": " + outcome);
    }
    return outcome;
  }

  private static @Nullable Instant newest(Stream<@Nullable Instant> dates) {
    return dates.filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
  }
}
