// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.SingleBucketAggregateBase;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.marsad.alerts.explain.ValueCount;
import org.marsad.index.query.Reader;
import org.marsad.model.Filters;

/** Finds the words that are in the texts of a rise more often than in those before it. */
final class RisingTerms {
  /** Fewer texts before the rise do not tell which words are usual. */
  private static final int ENOUGH = 20;

  private final Reader reader;

  RisingTerms(Reader reader) {
    this.reader = reader;
  }

  /**
   * @param baseline how many documents there are before the rise; where there are too few, the
   *     whole index says which words are usual
   */
  List<ValueCount> find(Filters filters, Instant baselineFrom, Period rise, long baseline) {
    Query before = new Period(baselineFrom, rise.from()).query(filters);
    List<String> words =
        RisingWords.find(reader, rise.query(filters), baseline < ENOUGH ? null : before);
    return words.isEmpty() ? List.of() : count(words, filters, baselineFrom, rise);
  }

  /** In all documents, not only in the sample. */
  private List<ValueCount> count(
      List<String> words, Filters filters, Instant baselineFrom, Period rise) {
    Map<String, Aggregation> asked = new HashMap<>();
    for (int at = 0; at < words.size(); at++) {
      asked.put(
          name(at), RiseCounts.ofWord(words.get(at), rise, new Period(baselineFrom, rise.from())));
    }
    Map<String, Aggregate> answer =
        reader.summary(new Period(baselineFrom, rise.to()).query(filters), asked);
    return IntStream.range(0, words.size())
        .mapToObj(
            at -> {
              SingleBucketAggregateBase found = Reader.aggregate(answer, name(at)).filter();
              return RiseCounts.told(words.get(at), found.aggregations());
            })
        .toList();
  }

  /** Brackets and the like may be part of a word, but not of an aggregation's name. */
  private static String name(int at) {
    return "word-" + at;
  }
}
