// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Instant;
import java.util.List;
import org.marsad.sources.feed.FeedItem;

/** States for the tests. */
final class States {
  static final Instant NOW = Instant.parse("2026-07-20T12:00:00.123456789Z");

  private States() {}

  /** Every field set, some of them to what is awkward to write. */
  static FeedState full() {
    FeedItem item =
        new FeedItem("https://outlet.example/1", "g", "عنوان", null, "x".repeat(70_000), null, NOW);
    return new FeedState(
        new Validators("\"v1\"", null, "hash", NOW, false),
        new PollHistory(NOW, null, NOW.plusSeconds(1), NOW.plusSeconds(2), 3, 5_000_000_000L),
        new SeenItems(List.of("b", "a", "c")),
        List.of(new PendingItem("k", item, 2)),
        "cursor:7");
  }
}
