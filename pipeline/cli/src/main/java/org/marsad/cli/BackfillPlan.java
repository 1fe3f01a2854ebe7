// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.sources.sitemap.SitemapEntry;

/**
 * What a backfill is to fetch.
 *
 * @param sitemaps how many were read
 * @param unread how many could not be
 * @param known pages of the period that the index has, or that were erased
 * @param asked pages of the period that an earlier run asked for in vain
 * @param more whether the period has more pages than were asked for, as far as is known
 * @param spacing between two pages at least
 * @param notBefore when the first page may be asked for
 */
record BackfillPlan(
    List<SitemapEntry> pages,
    int sitemaps,
    int unread,
    long known,
    long asked,
    boolean more,
    Duration spacing,
    Instant notBefore) {

  /** How long the pages take at least. */
  Duration time() {
    return spacing.multipliedBy(pages.size());
  }

  String inWords() {
    StringBuilder words = new StringBuilder();
    words.append(count(pages.size(), "page")).append(" to fetch, by ");
    words.append(count(sitemaps, "sitemap"));
    if (!pages.isEmpty()) {
      words.append(", one each ").append(inWords(spacing));
      words.append(": at least ").append(inWords(time()));
    }
    if (known > 0) {
      words.append("; ").append(known).append(" the index has already");
    }
    if (asked > 0) {
      words.append("; ").append(asked).append(" were asked for before, and moved, held no article");
      words.append(" or were refused (--again asks once more)");
    }
    if (unread > 0) {
      words.append("; ").append(count(unread, "sitemap")).append(" could not be read");
    }
    if (more) {
      words.append("; there may be more: the same command again goes on");
    }
    return words.toString();
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static String inWords(Duration time) {
    if (time.compareTo(Duration.ofMinutes(2)) < 0) {
      return (time.toMillis() + 999) / 1000 + " s";
    }
    return time.toHours() < 2
        ? time.toMinutes() + " minutes"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }

  /** For a program. */
  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("pages", pages.size());
    figures.put("sitemaps", sitemaps);
    figures.put("unreadSitemaps", unread);
    figures.put("known", known);
    figures.put("askedBefore", asked);
    figures.put("more", more);
    figures.put("seconds", time().toMillis() / 1000.0);
    return figures;
  }
}
