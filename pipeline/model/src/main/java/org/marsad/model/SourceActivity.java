// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a feed brings, what it brings as a rule, and what it refuses.
 *
 * @param form what kind of feed it is, such as {@code FEED} or {@code SITEMAP}
 * @param itemsPerDay new items as a rule; null before a week with items was seen
 * @param silentSince when the last item came, where so long a silence would hardly come by chance
 *     at the feed's own rate; null where it is not silent, or its rate is not known. A feed that
 *     fails or refuses may be silent too: what counts is that nothing comes
 * @param refusedSince when it first refused us, and has since not answered otherwise
 * @param refusal the rules of robots.txt that hold for us, or {@code HTTP 403}; shortened
 * @param day of Morocco, such as {@code 2026-03-01}, which the counts that follow are of
 * @param statuses how often each HTTP status came, of the feed and its pages; "none" where no
 *     answer did
 * @param items new ones
 * @param duplicates those among them that another feed of the same domain had taken on
 * @param rejections what could not be taken of the feed and its pages
 */
public record SourceActivity(
    String form,
    @Nullable Double itemsPerDay,
    @Nullable Instant silentSince,
    @Nullable Instant refusedSince,
    @Nullable String refusal,
    String day,
    Map<String, Integer> statuses,
    int items,
    int duplicates,
    int rejections) {

  private static final Set<String> OF_OUTLETS = Set.of("FEED", "SITEMAP", "LIST");

  public SourceActivity {
    statuses = Map.copyOf(statuses);
  }

  /** Whether it brings what people write, as channels and comments do, and no outlet's articles. */
  public boolean writtenByPeople() {
    return !OF_OUTLETS.contains(form);
  }

  /** Without what tells how much it brings. */
  SourceActivity withoutFigures() {
    return new SourceActivity(
        form, null, silentSince, refusedSince, refusal, day, statuses, 0, 0, 0);
  }
}
