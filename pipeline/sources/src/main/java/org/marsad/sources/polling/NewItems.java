// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Intake;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedItem;

/**
 * Tells the new items of a feed from those already known. New articles become pending, and so do
 * known ones whose entry has changed: their pages are fetched again, and an edit becomes the next
 * version further on. Comments are complete in the feed and are records at once, so that no
 * author's name is ever kept in state.
 */
final class NewItems {
  /**
   * @param after the state with the items taken on
   * @param fresh new items
   * @param duplicates those among them that another feed of the domain has taken on
   */
  record Found(FeedState after, List<Intake> records, int fresh, int duplicates) {}

  /** An entry that changes for ever, say by a count of its readers, is not followed for ever. */
  private static final int MAX_CHANGES = 3;

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
    int fresh = 0;
    int duplicates = 0;
    int nameless = 0;
    for (FeedItem item : items) {
      String key = ItemKeys.of(item, feed.content());
      if (key == null) {
        nameless++;
      } else if (!met.add(key)) {
        continue;
      } else if (state.seen().contains(key)) {
        done.add(key);
        if (isChanged(state.seen().look(key), item, feed)) {
          pending.add(new PendingItem(key, item, 0));
        }
      } else {
        fresh++;
        if (knownElsewhere.test(key)) {
          duplicates++;
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
    return new Found(state.with(state.seen().with(done), pending), records, fresh, duplicates);
  }

  /** Whether the article is worth another look, since the feed tells of it in other words. */
  private static boolean isChanged(SeenItems.@Nullable Look look, FeedItem item, OutletFeed feed) {
    return feed.content() == FeedContent.ARTICLES
        && look != null
        && look.changes() < MAX_CHANGES
        && look.print() != EntryPrint.of(item);
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
