// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexNames;
import org.marsad.model.Filters;

/** The documents of a page that stand for their stories, each with how far that went. */
final class StoryHits {
  private static final String STORIES = "stories";
  private static final String OUTLETS = "outlets";

  private StoryHits() {}

  /**
   * @param filters what the copies are counted in
   * @param ids in the order of the page
   */
  static List<SearchPage.Hit> of(Reader reader, Filters filters, Sort sort, List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Query query = QueryBuilder.query(filters);
    Query these = Query.of(q -> q.bool(b -> b.must(query).filter(f -> f.ids(i -> i.values(ids)))));
    Map<String, Hit<ObjectNode>> found =
        reader
            .search(
                s ->
                    s.index(IndexNames.DOCUMENTS)
                        .query(these)
                        .sort(Search.order(sort))
                        .size(ids.size())
                        .trackTotalHits(t -> t.enabled(false))
                        .highlight(Search.highlight(filters)))
            .hits()
            .hits()
            .stream()
            .collect(Collectors.toMap(hit -> String.valueOf(hit.id()), hit -> hit));
    Map<String, SearchPage.Copies> copies = copies(reader, query, found);
    return ids.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(hit -> Search.hit(hit, copiesOf(hit, copies)))
        .toList();
  }

  private static SearchPage.@Nullable Copies copiesOf(
      Hit<ObjectNode> hit, Map<String, SearchPage.Copies> copies) {
    String story = FoldedSearch.story(hit);
    return story == null ? null : copies.get(story);
  }

  private static Map<String, SearchPage.Copies> copies(
      Reader reader, Query query, Map<String, Hit<ObjectNode>> found) {
    Set<String> stories = new HashSet<>();
    for (Hit<ObjectNode> hit : found.values()) {
      String story = FoldedSearch.story(hit);
      if (story != null) {
        stories.add(story);
      }
    }
    if (stories.isEmpty()) {
      return Map.of();
    }
    Map<String, SearchPage.Copies> copies = new HashMap<>();
    for (StringTermsBucket bucket :
        Reader.aggregate(
                reader.summary(
                    Stories.within(query, stories), Map.of(STORIES, byStory(stories.size()))),
                STORIES)
            .sterms()
            .buckets()
            .array()) {
      copies.put(
          bucket.key().stringValue(),
          new SearchPage.Copies(
              bucket.docCount(),
              Reader.aggregate(bucket.aggregations(), OUTLETS).cardinality().value()));
    }
    return copies;
  }

  private static Aggregation byStory(int size) {
    return Aggregation.of(
        a ->
            a.terms(t -> t.field(Stories.STORY).size(size))
                .aggregations(OUTLETS, o -> o.cardinality(c -> c.field("sourceId"))));
  }
}
