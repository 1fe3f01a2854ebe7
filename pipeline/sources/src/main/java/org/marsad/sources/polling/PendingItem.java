// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import org.marsad.sources.feed.FeedItem;

/**
 * An item whose page is still to be fetched.
 *
 * @param key tells the items of a feed apart (see {@link ItemKeys})
 * @param attempts that failed so far
 */
record PendingItem(String key, FeedItem item, int attempts) {
  PendingItem afterFailure() {
    return new PendingItem(key, item, attempts + 1);
  }
}
