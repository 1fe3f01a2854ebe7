// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import java.util.Map;
import org.marsad.classifiers.Stance;
import org.marsad.index.query.Reader;

/**
 * How many documents there are where all that tell one story count as one, and those that were not
 * compared with others each by itself. Within some percent for more than a thousand.
 */
final class StoryCounts {
  private static final int EXACT_UP_TO = 1_000;
  private static final String STORIES = "stories";
  private static final String ALONE = "alone";
  private static final String HOSTILE = "hostile";

  private static final Aggregation OF_STORIES =
      Aggregation.of(a -> a.cardinality(c -> c.field("story.id").precisionThreshold(EXACT_UP_TO)));

  private static final Aggregation OF_OTHERS =
      Aggregation.of(a -> a.missing(m -> m.field("story.id")));

  private static final Aggregation OF_HOSTILE =
      Aggregation.of(
          a ->
              a.filter(f -> f.term(t -> t.field("assessment.stance").value(Stance.HOSTILE.name())))
                  .aggregations(Map.of(STORIES, OF_STORIES, ALONE, OF_OTHERS)));

  /** What the documents about migrants of a bucket need. */
  static final Map<String, Aggregation> ASKED =
      Map.of(STORIES, OF_STORIES, ALONE, OF_OTHERS, HOSTILE, OF_HOSTILE);

  private StoryCounts() {}

  /**
   * @param found what was asked by {@link #ASKED}
   */
  static long all(Map<String, Aggregate> found) {
    return Reader.aggregate(found, STORIES).cardinality().value()
        + Reader.aggregate(found, ALONE).missing().docCount();
  }

  /** Of these the hostile ones. */
  static long hostile(Map<String, Aggregate> found) {
    return all(Reader.aggregate(found, HOSTILE).filter().aggregations());
  }
}
