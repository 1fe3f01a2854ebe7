// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch._types.aggregations.LongTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.BucketCounts;
import org.marsad.alerts.incident.CountSource;
import org.marsad.alerts.incident.CountedRule;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.query.Cell;
import org.marsad.index.query.Reader;
import org.marsad.index.query.SmallCells;
import org.marsad.index.query.Told;
import org.marsad.model.Filters;

/**
 * Counts what the index holds. Thread-safe. Documents that do not say when they were published are
 * in no bucket; the days of a rule's filters do not count.
 */
final class IndexedCounts implements CountSource {
  private static final int INTENSITIES = 6;

  private final IndexConnection connection;
  private final Reader reader;

  IndexedCounts(IndexConnection connection) {
    this.connection = connection;
    this.reader = new Reader(connection);
  }

  @Override
  public List<CountedRule> count(
      List<AlertRule> rules, Granularity granularity, Instant end, int buckets) {
    BucketRow row = BucketRow.until(end, granularity, buckets);
    // Most rules are parts of the same whole, which has to be counted but once.
    List<Filters> asked =
        rules.stream()
            .map(AlertRule::filters)
            .flatMap(filters -> Stream.of(filters, filters.whole(), filters.coverage()))
            .distinct()
            .toList();
    Map<Filters, Series> series = new Histograms(connection, row).of(asked);
    return rules.stream().map(rule -> counted(rule, row, series)).toList();
  }

  private static CountedRule counted(AlertRule rule, BucketRow row, Map<Filters, Series> all) {
    Series count = series(all, rule.filters());
    Series total = series(all, rule.filters().whole());
    Series captured = series(all, rule.filters().coverage());
    @Nullable String fault =
        Stream.of(count, total, captured)
            .map(Series::fault)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (fault != null) {
      return new CountedRule(rule, List.of(), fault);
    }
    return new CountedRule(
        rule,
        IntStream.range(0, row.starts().size())
            .mapToObj(
                i ->
                    bucket(
                        row.starts().get(i),
                        count.cells().get(i),
                        total.cells().get(i),
                        captured.cells().get(i).documents()))
            .toList(),
        null);
  }

  /** A document may arrive between the search for a part and that for its whole. */
  private static BucketCounts bucket(Instant start, Cell count, Cell total, long captured) {
    long whole = Math.max(count.documents(), total.documents());
    Told told = count.told();
    return new BucketCounts(
        start,
        count.documents(),
        whole,
        Math.max(whole, captured),
        told.documents(),
        SmallCells.around(count, total.without(count), told).documents());
  }

  private static Series series(Map<Filters, Series> all, Filters filters) {
    return Objects.requireNonNull(all.get(filters));
  }

  @Override
  public long[] intensities(Filters filters, Instant from, Instant to) {
    Query query = new Period(from, to).query(filters.between(null, null));
    long[] counts = new long[INTENSITIES];
    for (LongTermsBucket bucket :
        Reader.aggregate(
                reader
                    .search(
                        s ->
                            s.index(IndexNames.DOCUMENTS)
                                .size(0)
                                .allowPartialSearchResults(false)
                                .query(query)
                                .aggregations(
                                    "intensities",
                                    a ->
                                        a.terms(
                                            t ->
                                                t.field("assessment.intensity").size(INTENSITIES))))
                    .aggregations(),
                "intensities")
            .lterms()
            .buckets()
            .array()) {
      counts[(int) bucket.key()] = bucket.docCount();
    }
    return counts;
  }
}
