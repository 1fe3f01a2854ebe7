// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What could be read of a feed, a sitemap or a list. */
public sealed interface FeedResult {

  /**
   * @param items in the feed's order
   * @param cut whether the feed breaks off inside a further item, which is not among these
   * @param repaired whether the repair layer was needed
   * @param hints at how often to ask
   * @param losses what was left out, one each kind
   */
  record Feed(
      List<FeedItem> items, boolean cut, boolean repaired, FeedHints hints, List<Loss> losses)
      implements FeedResult {
    Feed(List<FeedItem> items, boolean cut, boolean repaired, FeedHints hints) {
      this(items, cut, repaired, hints, List.of());
    }

    Feed(List<FeedItem> items, boolean cut, boolean repaired) {
      this(items, cut, repaired, FeedHints.NONE, List.of());
    }
  }

  /** An index of sitemaps, which are still to be read. */
  record Index(List<Child> children, List<Loss> losses) implements FeedResult {}

  /**
   * A sitemap that an index lists.
   *
   * @param modified when it last changed, as the index says
   */
  record Child(URI url, @Nullable Instant modified) {}

  /**
   * Items that were left out.
   *
   * @param reason stable, lower-case, hyphenated
   * @param message how many, why, and what to do
   */
  record Loss(String reason, String message) {}

  /** Nothing could be read, even after repair. */
  record Unreadable(Fault fault) implements FeedResult {}

  /** Why a feed is unreadable. */
  enum Fault {
    EMPTY_FEED("the answer is empty; ask the outlet, or correct the feed's URL"),
    NOT_A_FEED(
        "the answer is neither RSS nor Atom nor JSON Feed; correct the feed's URL in the"
            + " catalogue"),
    MALFORMED_FEED("the feed cannot be repaired; tell the outlet"),
    NOT_A_SITEMAP("the answer is no sitemap that can be read; correct the URL or tell the outlet"),
    SITEMAP_TOO_LARGE("the sitemap unpacks to more than 50 MB, the most that its protocol allows"),
    NOTHING_SELECTED(
        "the selector finds no link in the page, which may have a new layout; correct selector or"
            + " link-pattern in the catalogue");

    private final String message;

    Fault(String message) {
      this.message = message;
    }

    /** Stable, lower-case, hyphenated. */
    public String reason() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String message() {
      return message;
    }
  }
}
