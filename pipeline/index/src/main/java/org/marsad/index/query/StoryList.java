// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.aggregations.TermsAggregation;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.util.NamedValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.index.IndexNames;
import org.marsad.index.query.StoriesPage.ToldStory;

/**
 * Lists stories. Two questions: which stories rank first among the documents that meet the filters,
 * by counts that cost little for many stories, and then all about these few as wholes.
 */
final class StoryList {
  private static final int TOLD_TWICE = 2;

  private StoryList() {}

  static StoriesPage page(Reader reader, StoriesRequest request) {
    SearchResponse<ObjectNode> response =
        reader.search(
            s ->
                s.index(IndexNames.DOCUMENTS)
                    .size(0)
                    .trackTotalHits(t -> t.enabled(true))
                    .query(QueryBuilder.query(request.filters()))
                    .aggregations(
                        "stories",
                        a ->
                            request.order() == StoriesRequest.Order.LATEST
                                ? a.terms(ranked(request, "last"))
                                    .aggregations("last", l -> l.max(m -> m.field("date")))
                                : a.terms(ranked(request, "_count"))));
    List<StringTermsBucket> ranked =
        Reader.aggregate(response.aggregations(), "stories").sterms().buckets().array();
    int from = Math.min(request.skipped(), ranked.size());
    int to = Math.min(request.skipped() + request.size(), ranked.size());
    Map<String, Long> matching = new LinkedHashMap<>();
    ranked
        .subList(from, to)
        .forEach(bucket -> matching.put(bucket.key().stringValue(), bucket.docCount()));
    return new StoriesPage(
        Reader.total(response),
        Stories.listed(reader, request.filters()),
        told(reader, matching),
        ranked.size() > to);
  }

  /** A story of which every document counts as matching. */
  static Optional<ToldStory> one(Reader reader, String id) {
    return told(reader, Map.of(id, 0L)).stream()
        .map(
            story ->
                new ToldStory(
                    story.spread(), story.stances(), story.spread().documents(), story.first()))
        .findFirst();
  }

  private static TermsAggregation ranked(StoriesRequest request, String by) {
    return TermsAggregation.of(
        t ->
            t.field(Stories.STORY)
                .minDocCount(TOLD_TWICE)
                // One more than asked for tells whether there is a next page.
                .size(request.skipped() + request.size() + 1)
                .order(
                    NamedValue.of(by, SortOrder.Desc),
                    // The id breaks every tie.
                    NamedValue.of("_key", SortOrder.Asc)));
  }

  /** The stories with these ids, in that order. */
  private static List<ToldStory> told(Reader reader, Map<String, Long> matching) {
    if (matching.isEmpty()) {
      return List.of();
    }
    List<FieldValue> ids = matching.keySet().stream().map(FieldValue::of).toList();
    Map<String, Aggregate> found =
        reader
            .search(
                s ->
                    s.index(IndexNames.DOCUMENTS)
                        .size(0)
                        .query(q -> q.terms(t -> t.field(Stories.STORY).terms(v -> v.value(ids))))
                        .aggregations(
                            "stories",
                            a ->
                                a.terms(t -> t.field(Stories.STORY).size(ids.size()))
                                    .aggregations(Stories.SPREAD, Stories.spread())
                                    .aggregations(StanceCounts.ASKED)
                                    .aggregations(
                                        "telling",
                                        h ->
                                            h.topHits(
                                                t -> t.size(1).sort(Stories.earliestFirst())))))
            .aggregations();
    Map<String, StringTermsBucket> byId =
        Reader.aggregate(found, "stories").sterms().buckets().array().stream()
            .collect(Collectors.toMap(bucket -> bucket.key().stringValue(), bucket -> bucket));
    // One may have been erased between the two questions.
    return matching.entrySet().stream()
        .flatMap(
            one ->
                Stream.ofNullable(byId.get(one.getKey()))
                    .flatMap(bucket -> story(one.getKey(), bucket, one.getValue()).stream()))
        .toList();
  }

  private static Optional<ToldStory> story(String id, StringTermsBucket bucket, long matching) {
    Map<String, Aggregate> found = bucket.aggregations();
    ObjectNode first =
        Reader.aggregate(found, "telling")
            .topHits()
            .hits()
            .hits()
            .get(0)
            .source()
            .to(ObjectNode.class);
    return Stories.spread(id, found)
        .map(
            spread ->
                new ToldStory(spread, StanceCounts.of(found), matching, Reader.document(first)));
  }
}
