// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.SignificantStringTermsBucket;
import co.elastic.clients.elasticsearch._types.aggregations.SignificantTextAggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.Reader;

/** Finds the words that are in some texts more often than in others; for this module's packages. */
public final class RisingWords {
  private static final int MOST = 40;

  /** So many texts show what they share; all of a large rise would cost seconds. */
  private static final int SAMPLE = 500;

  private static final String SAMPLED = "sample";
  private static final String TERMS = "terms";

  private RisingWords() {}

  /**
   * @param usual the texts that say which words are usual; null for the whole index
   * @return as the index folds them, the most telling first
   */
  public static List<String> find(Reader reader, Query texts, @Nullable Query usual) {
    SignificantTextAggregation significant =
        SignificantTextAggregation.of(
            t -> {
              t.field("text").size(MOST).filterDuplicateText(true);
              return usual == null ? t : t.backgroundFilter(usual);
            });
    Aggregation sampled =
        Aggregation.of(
            a ->
                a.sampler(sample -> sample.shardSize(SAMPLE))
                    .aggregations(TERMS, Aggregation.of(t -> t.significantText(significant))));
    Map<String, Aggregate> answer = reader.summary(texts, Map.of(SAMPLED, sampled));
    return Reader.aggregate(Reader.aggregate(answer, SAMPLED).sampler().aggregations(), TERMS)
        .sigsterms()
        .buckets()
        .array()
        .stream()
        .map(SignificantStringTermsBucket::key)
        .toList();
  }
}
