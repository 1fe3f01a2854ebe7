// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;

/** What programs that watch Marsad ask the index for. Thread-safe. */
public final class Gauges {
  private static final int MOST = 50;
  private static final Duration RECENT = Duration.ofHours(1);

  /**
   * What was published longer before it was captured came from a backfill or a list of old pages.
   */
  private static final Duration FRESH = Duration.ofDays(1);

  private final Reader reader;

  private final DocumentQueries queries;

  public Gauges(IndexConnection connection, Duration limit) {
    this.reader = new Reader(connection.within(limit));
    this.queries = new DocumentQueries(connection).within(limit);
  }

  public Counts counts() {
    return queries.counts();
  }

  public List<RejectionCount> rejections() {
    return queries.rejectionCounts();
  }

  public List<FollowedFeed> sources() {
    return queries.followed();
  }

  /** How many messages of alerts are in which state of being sent, such as FAILED. */
  public Map<String, Long> deliveries() {
    return Reader.values(
        reader
            .search(
                s ->
                    s.index(IndexNames.DELIVERIES)
                        .size(0)
                        .aggregations("states", a -> a.terms(t -> t.field("state").size(MOST))))
            .aggregations(),
        "states");
  }

  /**
   * How long after its publication a document was captured, in seconds, on average of those of the
   * last hour; empty where there are none.
   */
  public OptionalDouble publicationDelay(Instant now) {
    Query recent =
        Query.of(
            q ->
                q.bool(
                    b ->
                        b.filter(after("captured", now.minus(RECENT)))
                            .filter(after("published", now.minus(FRESH)))));
    // The difference of two averages: scripts there are none.
    Map<String, Aggregate> found =
        reader.summary(
            recent, Map.of("captured", average("captured"), "published", average("published")));
    Double captured = Reader.aggregate(found, "captured").avg().value();
    Double published = Reader.aggregate(found, "published").avg().value();
    return captured == null || published == null || captured.isNaN() || captured == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((captured - published) / 1_000);
  }

  private static Query after(String field, Instant from) {
    return Query.of(q -> q.range(r -> r.date(d -> d.field(field).gte(from.toString()))));
  }

  private static Aggregation average(String field) {
    return Aggregation.of(a -> a.avg(v -> v.field(field)));
  }
}
