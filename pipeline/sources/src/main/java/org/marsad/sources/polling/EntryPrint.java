// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.Objects;
import org.marsad.sources.feed.FeedItem;

/** By what a changed entry of a feed is recognised: 32 bits of what it says. */
final class EntryPrint {
  private EntryPrint() {}

  static int of(FeedItem item) {
    return Objects.hash(item.title(), item.summary(), item.contentHtml(), item.published());
  }
}
