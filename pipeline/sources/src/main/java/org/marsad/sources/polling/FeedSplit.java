// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import org.apache.flink.api.connector.source.SourceSplit;
import org.marsad.sources.catalogue.OutletFeed;

/** A feed and what is remembered of it. */
public record FeedSplit(OutletFeed feed, FeedState state) implements SourceSplit {
  static FeedSplit of(OutletFeed feed) {
    return new FeedSplit(feed, FeedState.NEW);
  }

  @Override
  public String splitId() {
    return feed.id();
  }
}
