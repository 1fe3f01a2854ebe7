// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.SingleBucketAggregateBase;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.util.EnumMap;
import java.util.Map;
import org.marsad.classifiers.Stance;

/**
 * What documents about migrants say, in documents.
 *
 * @param relevant those that speak about migrants: the sum of the four that follow
 * @param hostile stance HOSTILE
 * @param reporting stance REPORT_ON_HOSTILITY
 * @param supportive stances SUPPORTIVE and COUNTER_SPEECH
 * @param other the remaining stances
 */
public record StanceCounts(
    long relevant, long hostile, long reporting, long supportive, long other) {
  /** What counts them, for {@link #of}. */
  static Aggregation aggregation() {
    return Aggregation.of(
        a ->
            a.filter(f -> f.term(t -> t.field("assessment.relevant").value(true)))
                .aggregations(
                    "stances",
                    s ->
                        s.terms(t -> t.field("assessment.stance").size(Stance.values().length))));
  }

  static StanceCounts of(SingleBucketAggregateBase relevant) {
    Map<Stance, Long> stances = new EnumMap<>(Stance.class);
    for (StringTermsBucket bucket :
        Reader.aggregate(relevant.aggregations(), "stances").sterms().buckets().array()) {
      stances.put(Stance.valueOf(bucket.key().stringValue()), bucket.docCount());
    }
    long hostile = stances.getOrDefault(Stance.HOSTILE, 0L);
    long reporting = stances.getOrDefault(Stance.REPORT_ON_HOSTILITY, 0L);
    long supportive =
        stances.getOrDefault(Stance.SUPPORTIVE, 0L)
            + stances.getOrDefault(Stance.COUNTER_SPEECH, 0L);
    long all = relevant.docCount();
    return new StanceCounts(
        all, hostile, reporting, supportive, all - hostile - reporting - supportive);
  }
}
