// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import org.marsad.sources.feed.FeedHints;

/**
 * What a poll that succeeded brought.
 *
 * @param read whether there was a list to read; not where it was unchanged
 * @param listed items on it
 * @param fresh those that were new
 * @param duplicates the fresh ones that another feed of the domain has taken on
 */
record PollYield(boolean read, int listed, int fresh, int duplicates, FeedHints hints) {
  static final PollYield UNCHANGED = new PollYield(false, 0, 0, 0, FeedHints.NONE);

  /** Of a network, which has no list. */
  static PollYield of(int documents) {
    return new PollYield(false, documents, documents, 0, FeedHints.NONE);
  }
}
