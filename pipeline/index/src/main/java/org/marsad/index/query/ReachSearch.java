// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.NamedValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexNames;

/**
 * Finds one page of the stories that the most outlets told, each by its first telling. How many
 * told a story changes with every copy, so it is counted when it is asked for: in the documents
 * found, of the {@value #MOST} stories that went furthest. What was never compared with others, and
 * so has no story, is not among them.
 */
final class ReachSearch {
  /** Beyond, all were told by few. */
  private static final int MOST = 1_000;

  private static final String STORIES = "stories";
  private static final String OUTLETS = "outlets";

  private ReachSearch() {}

  static SearchPage page(Reader reader, SearchRequest request) {
    Query query = QueryBuilder.query(request.filters());
    int from = position(request.after());
    List<String> all =
        Reader.aggregate(reader.summary(query, Map.of(STORIES, furthest())), STORIES)
            .sterms()
            .buckets()
            .array()
            .stream()
            .map(bucket -> bucket.key().stringValue())
            .toList();
    int to = Math.min(all.size(), from + request.size());
    List<String> stories = all.subList(Math.min(from, to), to);
    return new SearchPage(
        all.size(),
        all.size() == MOST,
        StoryHits.of(reader, request.filters(), Sort.OLDEST, firstTellings(reader, query, stories)),
        to == all.size() ? null : List.of(Integer.toString(to)));
  }

  private static int position(@Nullable List<String> after) {
    if (after == null) {
      return 0;
    }
    int position = Integer.parseInt(after.get(0));
    if (after.size() != 1 || position < 1) {
      throw new IllegalArgumentException("no position in the order of reach: " + after);
    }
    return position;
  }

  private static Aggregation furthest() {
    return Aggregation.of(
        a ->
            a.terms(
                    t ->
                        t.field(Stories.STORY)
                            .size(MOST)
                            .order(
                                List.of(
                                    NamedValue.of(OUTLETS, SortOrder.Desc),
                                    NamedValue.of("_count", SortOrder.Desc),
                                    NamedValue.of("_key", SortOrder.Asc))))
                .aggregations(OUTLETS, o -> o.cardinality(c -> c.field("sourceId"))));
  }

  /** The ids of the first telling of each, in the order of the stories. */
  private static List<String> firstTellings(Reader reader, Query query, List<String> stories) {
    if (stories.isEmpty()) {
      return List.of();
    }
    Map<String, Hit<ObjectNode>> byStory =
        reader
            .search(
                s ->
                    s.index(IndexNames.DOCUMENTS)
                        .query(Stories.within(query, new HashSet<>(stories)))
                        .sort(Search.order(Sort.OLDEST))
                        .collapse(c -> c.field(Stories.STORY))
                        .size(stories.size())
                        .trackTotalHits(t -> t.enabled(false))
                        .source(o -> o.filter(f -> f.includes(Stories.STORY))))
            .hits()
            .hits()
            .stream()
            .collect(
                Collectors.toMap(
                    hit -> String.valueOf(FoldedSearch.story(hit)), Function.identity()));
    return stories.stream()
        .map(byStory::get)
        .filter(Objects::nonNull)
        .map(hit -> String.valueOf(hit.id()))
        .toList();
  }
}
