// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import java.util.List;
import java.util.Locale;

/** What could be read of a feed. */
public sealed interface FeedResult {

  /**
   * @param items in the feed's order
   * @param cut whether the feed breaks off inside a further item, which is not among these
   * @param repaired whether the repair layer was needed
   * @param hints at how often to ask
   */
  record Feed(List<FeedItem> items, boolean cut, boolean repaired, FeedHints hints)
      implements FeedResult {}

  /** Nothing could be read, even after repair. */
  record Unreadable(Fault fault) implements FeedResult {}

  /** Why a feed is unreadable. */
  enum Fault {
    EMPTY_FEED("the answer is empty; ask the outlet, or correct the feed's URL"),
    NOT_A_FEED("the answer is neither RSS nor Atom; correct the feed's URL in the catalogue"),
    MALFORMED_FEED("the feed's XML cannot be repaired; tell the outlet");

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
