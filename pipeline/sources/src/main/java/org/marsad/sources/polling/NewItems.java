// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.marsad.model.Intake;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedItem;

/**
 * Tells the new items of a feed from those already known. New articles become pending; comments are
 * complete in the feed and are records at once, so that no author's name is ever kept in state.
 */
final class NewItems {
  /**
   * @param after the state with the items taken on
   * @param count of new items
   */
  record Found(FeedState after, List<Intake> records, int count) {}

  private final RawDocuments documents;

  NewItems(RawDocuments documents) {
    this.documents = documents;
  }

  Found in(
      PollReport report, FeedState state, List<FeedItem> items, Predicate<String> knownElsewhere) {
    OutletFeed feed = report.feed();
    List<Intake> records = new ArrayList<>();
    List<PendingItem> pending = new ArrayList<>(state.pending());
    List<String> done = new ArrayList<>();
    Set<String> met = new HashSet<>();
    state.pending().forEach(item -> met.add(item.key()));
    int count = 0;
    int nameless = 0;
    for (FeedItem item : items) {
      String key = ItemKeys.of(item, feed.content());
      if (key == null) {
        nameless++;
      } else if (!met.add(key)) {
        continue;
      } else if (state.seen().contains(key)) {
        done.add(key);
      } else {
        count++;
        if (knownElsewhere.test(key)) {
          done.add(key);
        } else if (feed.content() == FeedContent.COMMENTS) {
          records.add(Intake.of(documents.comment(feed, item, report.now())));
          done.add(key);
        } else {
          pending.add(new PendingItem(key, item, 0));
        }
      }
    }
    if (nameless > 0) {
      records.add(Intake.of(nameless(report, nameless)));
    }
    return new Found(state.with(state.seen().with(done), pending), records, count);
  }

  private static Rejection nameless(PollReport report, int count) {
    return new Rejection(
        report.feed().outletId(),
        Stage.PARSE,
        "item-without-link",
        count + " items of the feed have neither link nor guid; tell the outlet",
        report.feed().url().toString(),
        report.now());
  }
}
