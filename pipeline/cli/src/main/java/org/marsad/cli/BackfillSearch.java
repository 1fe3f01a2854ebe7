// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.DocumentQueries;
import org.marsad.job.settings.Settings;
import org.marsad.model.DocumentIds;
import org.marsad.sources.catalogue.FormOptions;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.discovery.SiteVisit;
import org.marsad.sources.discovery.SitemapArchive;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.sitemap.SitemapEntry;
import org.marsad.sources.text.CanonicalUrl;

/** Looks through sitemaps for the pages of a period that are still to be fetched. */
final class BackfillSearch {
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final Settings.Polling polling;
  private final DocumentQueries queries;
  private final Predicate<String> asked;
  private final Clock clock;
  private final Map<String, SitemapEntry> pages = new LinkedHashMap<>();
  private long known;
  private long askedBefore;

  /**
   * @param asked by its id, whether a page was asked for in vain
   */
  BackfillSearch(
      Settings.Polling polling, DocumentQueries queries, Predicate<String> asked, Clock clock) {
    this.polling = polling;
    this.queries = queries;
    this.asked = asked;
    this.clock = clock;
  }

  /**
   * @param max the most pages
   */
  BackfillPlan plan(BackfillTarget target, SitemapArchive.Period period, int max)
      throws InterruptedException, IOException {
    Duration set = target.outlet().minDelay();
    Duration minDelay = set == null ? polling.minDelay() : set;
    try (PoliteClient client = PoliteClients.ofSitemaps(polling)) {
      SiteVisit visit =
          new SiteVisit(
              client,
              minDelay,
              LONGEST_PAUSE,
              clock,
              note -> Terminal.err().println("marsad: " + note));
      List<OutletFeed> sitemaps = target.sitemaps(visit);
      int read = 0;
      int unread = 0;
      boolean more = false;
      for (OutletFeed sitemap : sitemaps) {
        if (pages.size() == max) {
          more = true;
          break;
        }
        SitemapArchive.Found found =
            new SitemapArchive(visit)
                .walk(sitemap.url(), period, max - pages.size(), wanted(sitemap));
        found.entries().forEach(entry -> pages.put(entry.url(), entry));
        read += found.sitemaps();
        unread += found.unread();
        more |= found.more();
      }
      URI first = sitemaps.get(0).url();
      Duration shown = client.spacing(first);
      return new BackfillPlan(
          List.copyOf(pages.values()),
          read,
          unread,
          known,
          askedBefore,
          more,
          shown.compareTo(minDelay) > 0 ? shown : minDelay,
          client.readyAt(first));
    }
  }

  private Predicate<String> wanted(OutletFeed sitemap) {
    Pattern pattern = FormOptions.linkPattern(sitemap);
    return url -> pattern.matcher(url).find() && !pages.containsKey(url) && isNew(url);
  }

  private boolean isNew(String url) {
    String id = id(url);
    if (id == null || isKnown(id)) {
      known++;
      return false;
    }
    if (asked.test(id)) {
      askedBefore++;
      return false;
    }
    return true;
  }

  /** What was erased would be kept out of the index anyway. */
  private boolean isKnown(String id) {
    return queries.document(id).isPresent() || queries.tombstone(id).isPresent();
  }

  /** Those of the pages that were fetched, or not, without becoming documents of their own. */
  List<String> withoutDocument(Set<String> retried) {
    return pages.keySet().stream()
        .filter(url -> !retried.contains(url))
        .map(url -> String.valueOf(id(url)))
        .filter(id -> !isKnown(id))
        .toList();
  }

  private static @Nullable String id(String url) {
    String canonical = CanonicalUrl.of(url);
    return canonical == null ? null : DocumentIds.ofUrl(canonical);
  }
}
