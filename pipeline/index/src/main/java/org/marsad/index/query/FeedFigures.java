// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.model.DailyRate;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;

/**
 * Leaves out of the health of feeds how much they bring where not even five people are known to
 * have written it in the four weeks that make the rule, as in the channel of one person. What feeds
 * of outlets bring is published work.
 */
final class FeedFigures {
  private FeedFigures() {}

  static List<FollowedFeed> told(Reader reader, List<SourceHealth> feeds) {
    Map<String, Aggregation> asked = new HashMap<>();
    for (SourceHealth feed : feeds) {
      SourceActivity activity = feed.activity();
      if (activity != null && activity.writtenByPeople()) {
        Filters lately = lately(feed);
        asked.put(
            feed.feedId(),
            Aggregation.of(
                a -> a.filter(QueryBuilder.query(lately)).aggregations(SmallCells.ASKED)));
      }
    }
    Map<String, Aggregate> found =
        asked.isEmpty() ? Map.of() : reader.summary(QueryBuilder.query(Filters.NONE), asked);
    return feeds.stream()
        .map(
            feed ->
                asked.containsKey(feed.feedId()) && isOfFew(found, feed)
                    ? new FollowedFeed(feed.withoutFigures(), true)
                    : new FollowedFeed(feed, false))
        .toList();
  }

  private static boolean isOfFew(Map<String, Aggregate> found, SourceHealth feed) {
    return SmallCells.cell(Reader.aggregate(found, feed.feedId()).filter()).people()
        < Cell.FEWEST_PEOPLE;
  }

  private static Filters lately(SourceHealth feed) {
    Instant end = feed.lastItem() == null ? feed.lastPoll() : feed.lastItem();
    LocalDate last = LocalDate.ofInstant(end, Morocco.TIME);
    return Filters.NONE
        .ofSources(List.of(feed.outletId()))
        .between(last.minusDays(DailyRate.DAYS), last);
  }
}
