// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.sitemap;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.feed.FeedResult.Child;
import org.marsad.sources.http.FetchOutcome;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.FetchOutcome.Throttled;
import org.marsad.sources.http.FetchRequest;
import org.marsad.sources.http.PoliteClient;

/**
 * Walks through a sitemap, or an index of sitemaps two levels deep, for the pages of a period.
 * Waits when the site asks for a pause of up to an hour.
 */
public final class SitemapArchive {
  private static final int DEEPEST = 2;
  private static final int MOST_SITEMAPS = 5_000;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final PoliteClient client;
  private final Duration minDelay;
  private final Clock clock;
  private final Consumer<String> notes;

  /**
   * @param notes takes what could not be read, for a person
   */
  public SitemapArchive(
      PoliteClient client, Duration minDelay, Clock clock, Consumer<String> notes) {
    this.client = client;
    this.minDelay = minDelay;
    this.clock = clock;
    this.notes = notes;
  }

  private record Waiting(URI url, int depth) {}

  /**
   * @param sitemaps how many were read
   * @param more whether the period has more pages than were asked for
   */
  public record Found(List<SitemapEntry> entries, int sitemaps, boolean more) {}

  /**
   * The pages dated within the period; those without a date are left out.
   *
   * @param to exclusive
   * @param max the most that are wanted
   * @param wanted says by its URL whether a page is still to be fetched
   */
  public Found walk(URI root, Instant from, Instant to, int max, Predicate<String> wanted)
      throws InterruptedException {
    Deque<Waiting> queue = new ArrayDeque<>(List.of(new Waiting(root, 0)));
    Set<URI> met = new HashSet<>(Set.of(root));
    Map<String, SitemapEntry> entries = new LinkedHashMap<>();
    int read = 0;
    int undated = 0;
    while (!queue.isEmpty() && entries.size() <= max && read < MOST_SITEMAPS) {
      Waiting next = queue.removeFirst();
      Sitemap sitemap = read(next.url(), root);
      read++;
      if (sitemap instanceof Sitemap.Index index && next.depth() < DEEPEST) {
        children(index, from).stream()
            .filter(met::add)
            .forEach(url -> queue.addLast(new Waiting(url, next.depth() + 1)));
      } else if (sitemap instanceof Sitemap.Pages pages) {
        for (SitemapEntry entry : pages.entries()) {
          Instant date = entry.date();
          if (date == null) {
            undated++;
          } else if (!date.isBefore(from) && date.isBefore(to) && wanted.test(entry.url())) {
            entries.putIfAbsent(entry.url(), entry);
          }
        }
      }
    }
    if (undated > 0) {
      notes.accept(undated + " pages have no date in their sitemap and were left out");
    }
    boolean more = entries.size() > max || !queue.isEmpty();
    return new Found(entries.values().stream().limit(max).toList(), read, more);
  }

  /** A sitemap that last changed before the period holds nothing of it. */
  private static List<URI> children(Sitemap.Index index, Instant from) {
    List<URI> urls = new ArrayList<>();
    for (Child child : index.children()) {
      if (child.modified() == null || !child.modified().isBefore(from)) {
        urls.add(child.url());
      }
    }
    return urls;
  }

  private Sitemap read(URI url, URI root) throws InterruptedException {
    FetchRequest request = FetchRequest.of(url, minDelay, AddressPolicy.forConfigured(root));
    FetchOutcome outcome = client.fetch(request);
    if (outcome instanceof Throttled throttled) {
      Duration pause = Duration.between(clock.instant(), throttled.until());
      if (pause.compareTo(LONGEST_PAUSE) <= 0) {
        notes.accept("the site asks for a pause until " + throttled.until());
        Thread.sleep(Math.max(0, pause.toMillis()) + 1);
        outcome = client.fetch(request);
      }
    }
    if (!(outcome instanceof Fetched answer)) {
      notes.accept(url + " cannot be had: " + outcome);
      return new Sitemap.Pages(List.of(), 0, 0);
    }
    Sitemap sitemap = SitemapReader.read(answer, SitemapReader.domain(root), clock.instant());
    if (sitemap instanceof Sitemap.Unreadable unreadable) {
      notes.accept(url + ": " + unreadable.fault().message());
    }
    return sitemap;
  }
}
