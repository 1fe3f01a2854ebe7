// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.marsad.sources.feed.FeedItem;

/** States for the tests. */
final class States {
  static final Instant NOW = Instant.parse("2026-07-20T12:00:00.123456789Z");

  private States() {}

  /** Every field set, some of them to what is awkward to write. */
  static FeedState full() {
    FeedItem item =
        new FeedItem(
            "https://outlet.example/1",
            "g",
            "عنوان",
            null,
            "x".repeat(70_000),
            null,
            NOW,
            true,
            "ar");
    return new FeedState(
        new Validators("\"v1\"", null, "hash", NOW, false),
        new PollHistory(
            NOW,
            null,
            NOW.plusSeconds(1),
            NOW.plusSeconds(2),
            3,
            5_000_000_000L,
            new Pace(Duration.ofMinutes(7), null)),
        SeenItems.NONE.with(List.of("b", "a")).with("c", new SeenItems.Look(-5, 2)),
        List.of(new PendingItem("k", item, 2)),
        "cursor:7",
        new FeedLog(
            ItemRate.NONE.with(NOW, 3),
            new DayLog(LocalDate.of(2026, 7, 20), Map.of("200", 4, "none", 1), 3, 2, 1),
            new FeedLog.Refusal(NOW, "Disallow: /feed")),
        new Revisits(List.of(visit())));
  }

  private static Revisit visit() {
    FeedItem item =
        new FeedItem("https://outlet.example/2", "h", "t", null, null, "The Desk", NOW, true, null);
    String uri = "https://outlet.example/2?from=feed";
    Revisit.Page page = new Revisit.Page("k2", item, uri, null, "then", -7, NOW);
    return new Revisit(page, 1, true, NOW.plus(Duration.ofHours(24)));
  }
}
