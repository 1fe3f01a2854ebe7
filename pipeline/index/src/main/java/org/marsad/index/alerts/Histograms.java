// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.alerts.detect.Granularity;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.query.Cell;
import org.marsad.index.query.Reader;
import org.marsad.index.query.SmallCells;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;

/** Counts documents by bucket, many queries in one request. */
final class Histograms {
  /** Their answers, of a few thousand buckets each, stay within some megabytes. */
  private static final int SEARCHES_PER_REQUEST = 50;

  private static final String BUCKETS = "buckets";
  private static final String TOO_MUCH =
      "Elasticsearch has not the means to answer the query of this rule: simplify it";
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final IndexConnection connection;
  private final BucketRow row;

  Histograms(IndexConnection connection, BucketRow row) {
    this.connection = connection;
    this.row = row;
  }

  /**
   * @param filters whose days do not count
   */
  Map<Filters, Series> of(List<Filters> filters) {
    Map<Filters, Series> counted = new HashMap<>();
    for (int start = 0; start < filters.size(); start += SEARCHES_PER_REQUEST) {
      List<Filters> batch =
          filters.subList(start, Math.min(start + SEARCHES_PER_REQUEST, filters.size()));
      List<MultiSearchResponseItem<ObjectNode>> answers = ask(batch);
      boolean othersAnswered = answers.stream().anyMatch(one -> !one.isFailure());
      for (int i = 0; i < batch.size(); i++) {
        counted.put(batch.get(i), series(batch.get(i), answers.get(i), othersAnswered));
      }
    }
    return counted;
  }

  /**
   * What the index cannot answer while it answers others, and not alone either, is the query's own
   * fault: a rule that asks for too much must not hold up the others for ever.
   */
  private Series series(
      Filters filters, MultiSearchResponseItem<ObjectNode> answer, boolean othersAnswered) {
    if (!answer.isFailure()) {
      return series(answer.result());
    }
    if (!othersAnswered || !isBusy(answer)) {
      return Series.faulty(fault(answer.failure()));
    }
    MultiSearchResponseItem<ObjectNode> again = ask(List.of(filters)).get(0);
    if (!again.isFailure()) {
      return series(again.result());
    }
    return isBusy(again) ? Series.faulty(TOO_MUCH) : Series.faulty(fault(again.failure()));
  }

  private static boolean isBusy(MultiSearchResponseItem<ObjectNode> answer) {
    int status = answer.failure().status();
    return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
  }

  private List<MultiSearchResponseItem<ObjectNode>> ask(List<Filters> batch) {
    List<RequestItem> searches = batch.stream().map(this::search).toList();
    return connection.call(c -> c.msearch(m -> m.searches(searches), ObjectNode.class)).responses();
  }

  private RequestItem search(Filters filters) {
    Query query = new Period(row.start(), row.end()).query(filters.between(null, null));
    // A part of the shards would give counts that are too low, and look like a calm day.
    return RequestItem.of(
        r ->
            r.header(h -> h.index(IndexNames.COUNTED).allowPartialSearchResults(false))
                .body(
                    s ->
                        s.size(0)
                            .trackTotalHits(t -> t.enabled(false))
                            .query(query)
                            .aggregations(BUCKETS, histogram())));
  }

  private Aggregation histogram() {
    return Aggregation.of(
        a ->
            a.dateHistogram(
                    d -> {
                      d.field("published").minDocCount(1);
                      return row.granularity() == Granularity.DAY
                          ? d.calendarInterval(CalendarInterval.Day).timeZone(Morocco.TIME.getId())
                          : d.fixedInterval(t -> t.time("1h"));
                    })
                .aggregations(SmallCells.ASKED));
  }

  private Series series(MultiSearchItem<ObjectNode> answer) {
    List<Cell> cells = new ArrayList<>(Collections.nCopies(row.starts().size(), Cell.EMPTY));
    for (DateHistogramBucket bucket :
        Reader.aggregate(answer.aggregations(), BUCKETS).dateHistogram().buckets().array()) {
      int at = row.indexOf(middle(bucket));
      cells.set(at, cells.get(at).with(SmallCells.cell(bucket)));
    }
    return Series.of(cells);
  }

  /** Which lies in the bucket by either clock, where ours and Elasticsearch's are an hour apart. */
  private Instant middle(DateHistogramBucket bucket) {
    Instant start = Instant.ofEpochMilli(bucket.key());
    return row.granularity() == Granularity.DAY ? start.plus(Duration.ofHours(12)) : start;
  }

  /** In words, where it is the query's own; thrown where it is the index's. */
  private String fault(ErrorResponse failure) {
    try {
      return connection.call(
          c -> {
            throw new ElasticsearchException("msearch", failure);
          });
    } catch (ElasticsearchException own) {
      ErrorCause cause = own.error().rootCause().stream().findFirst().orElse(own.error());
      return "Elasticsearch cannot answer the query of this rule, simplify it: " + cause.reason();
    }
  }
}
