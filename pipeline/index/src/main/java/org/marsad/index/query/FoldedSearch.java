// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexNames;

/**
 * Finds one page of stories: each is shown by that of its documents found that comes first in the
 * order, and stands where that one stands. Elasticsearch cannot page through collapsed results in
 * any other order than that of the field they are collapsed by. So the documents are gone through
 * in their order, and of those each one is kept before which no other of its story comes; the last
 * that was seen says where the next page begins, and no page has to remember another.
 */
final class FoldedSearch {
  private static final int BATCH = 200;

  /** Beyond, a page stays short: thousands of copies of a few stories came in a row. */
  private static final int MOST_BATCHES = 25;

  private final Reader reader;
  private final SearchRequest request;
  private final Query query;
  private final List<String> kept = new ArrayList<>();

  private FoldedSearch(Reader reader, SearchRequest request) {
    this.reader = reader;
    this.request = request;
    this.query = QueryBuilder.query(request.filters());
  }

  static SearchPage page(Reader reader, SearchRequest request) {
    return new FoldedSearch(reader, request).page();
  }

  private SearchPage page() {
    List<String> next = request.after();
    boolean goesOn = true;
    for (int n = 0; n < MOST_BATCHES && goesOn && kept.size() < request.size(); n++) {
      List<Hit<ObjectNode>> batch = batch(next);
      String last = keep(batch);
      // The end is known once a batch is not full, unless the page was full before.
      goesOn = batch.size() == BATCH || last != null;
      next = batch.isEmpty() ? next : Search.next(after(batch, last));
    }
    return new SearchPage(
        Stories.listed(reader, request.filters()),
        false,
        StoryHits.of(reader, request.filters(), request.sort(), kept),
        goesOn ? next : null);
  }

  /** Keeps what fits on the page; returns the last kept where more would follow in the batch. */
  private @Nullable String keep(List<Hit<ObjectNode>> batch) {
    Set<String> first = first(batch);
    String last = null;
    for (Hit<ObjectNode> hit : batch) {
      String id = String.valueOf(hit.id());
      if (story(hit) == null || first.contains(id)) {
        if (kept.size() == request.size()) {
          return last;
        }
        kept.add(id);
        last = id;
      }
    }
    return null;
  }

  private static List<FieldValue> after(List<Hit<ObjectNode>> batch, @Nullable String last) {
    return batch.stream()
        .filter(hit -> last != null && last.equals(hit.id()))
        .findFirst()
        .orElse(batch.get(batch.size() - 1))
        .sort();
  }

  private List<Hit<ObjectNode>> batch(@Nullable List<String> after) {
    return reader
        .search(
            s -> {
              s.index(IndexNames.DOCUMENTS)
                  .query(query)
                  .sort(Search.order(request.sort()))
                  .size(BATCH)
                  .trackTotalHits(t -> t.enabled(false))
                  .source(o -> o.filter(f -> f.includes(Stories.STORY)));
              return Search.after(s, after);
            })
        .hits()
        .hits();
  }

  /** The ids of those documents before which no other of their story comes in the whole order. */
  private Set<String> first(List<Hit<ObjectNode>> batch) {
    Set<String> asked =
        batch.stream()
            .map(FoldedSearch::story)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (asked.isEmpty()) {
      return Set.of();
    }
    return reader
        .search(
            s ->
                s.index(IndexNames.DOCUMENTS)
                    .query(Stories.within(query, asked))
                    .sort(Search.order(request.sort()))
                    .collapse(c -> c.field(Stories.STORY))
                    .size(asked.size())
                    .trackTotalHits(t -> t.enabled(false))
                    .source(o -> o.fetch(false)))
        .hits()
        .hits()
        .stream()
        .map(hit -> String.valueOf(hit.id()))
        .collect(Collectors.toSet());
  }

  static @Nullable String story(Hit<ObjectNode> hit) {
    ObjectNode source = hit.source();
    String id = source == null ? "" : source.path("story").path("id").asText();
    return id.isEmpty() ? null : id;
  }
}
