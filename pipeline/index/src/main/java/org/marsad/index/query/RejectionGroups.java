// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.marsad.index.IndexNames;
import org.marsad.model.Rejection;

/** Rejections counted by stage and reason, with an example of each. */
final class RejectionGroups {
  private static final int MAX_VALUES = 100;
  private static final SortOrder NEWEST = SortOrder.Desc;

  private RejectionGroups() {}

  static List<RejectionGroup> since(Reader reader, Instant since) {
    List<RejectionGroup> groups = new ArrayList<>();
    for (StringTermsBucket stage : stages(reader, since)) {
      for (StringTermsBucket reason :
          Reader.aggregate(stage.aggregations(), "reasons").sterms().buckets().array()) {
        groups.add(new RejectionGroup(reason.docCount(), example(reason)));
      }
    }
    return groups;
  }

  private static List<StringTermsBucket> stages(Reader reader, Instant since) {
    Aggregation latest =
        Aggregation.of(
            a -> a.topHits(h -> h.size(1).sort(o -> o.field(f -> f.field("at").order(NEWEST)))));
    Aggregation reasons =
        Aggregation.of(
            a -> a.terms(t -> t.field("reason").size(MAX_VALUES)).aggregations("latest", latest));
    Aggregation stages =
        Aggregation.of(
            a -> a.terms(t -> t.field("stage").size(MAX_VALUES)).aggregations("reasons", reasons));
    Query recent = Query.of(q -> q.range(r -> r.date(d -> d.field("at").gte(since.toString()))));
    return Reader.aggregate(
            reader
                .search(
                    s ->
                        s.index(IndexNames.REJECTIONS)
                            .size(0)
                            .query(recent)
                            .aggregations("stages", stages))
                .aggregations(),
            "stages")
        .sterms()
        .buckets()
        .array();
  }

  private static Rejection example(StringTermsBucket reason) {
    return Reader.decode(
        Reader.aggregate(reason.aggregations(), "latest")
            .topHits()
            .hits()
            .hits()
            .get(0)
            .source()
            .to(ObjectNode.class),
        Rejection.class);
  }
}
