// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.elasticsearch.core.search.TotalHitsRelation;
import co.elastic.clients.util.ObjectBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexNames;
import org.marsad.model.Filters;

/** Finds one page of documents, with their highlights. */
final class Search {
  private static final int PASSAGES = 3;
  private static final int PASSAGE_LENGTH = 200;

  /** Beyond this many characters nothing is highlighted; Elasticsearch refuses at a million. */
  private static final int HIGHLIGHTED_LENGTH = 200_000;

  private Search() {}

  static SearchPage page(Reader reader, SearchRequest request) {
    SearchResponse<ObjectNode> response =
        reader.search(
            s -> {
              s.index(IndexNames.DOCUMENTS)
                  .query(QueryBuilder.query(request.filters()))
                  .sort(order(request.sort()))
                  // One more than asked for tells whether there is a next page.
                  .size(request.size() + 1)
                  .highlight(highlight(request.filters()));
              return after(s, request.after());
            });
    List<Hit<ObjectNode>> all = response.hits().hits();
    List<Hit<ObjectNode>> hits = all.subList(0, Math.min(request.size(), all.size()));
    TotalHits total = response.hits().total();
    return new SearchPage(
        total == null ? hits.size() : total.value(),
        total != null && total.relation() == TotalHitsRelation.Gte,
        hits.stream().map(hit -> hit(hit, null)).toList(),
        all.size() == hits.size() ? null : next(hits.get(hits.size() - 1).sort()));
  }

  static ObjectBuilder<co.elastic.clients.elasticsearch.core.SearchRequest> after(
      co.elastic.clients.elasticsearch.core.SearchRequest.Builder search,
      @Nullable List<String> after) {
    return after == null || after.isEmpty()
        ? search
        : search.searchAfter(after.stream().map(FieldValue::of).toList());
  }

  static SearchPage.Hit hit(Hit<ObjectNode> hit, SearchPage.@Nullable Copies copies) {
    List<String> title = hit.highlight().getOrDefault("title", List.of());
    return new SearchPage.Hit(
        Reader.document(hit.source()),
        title.isEmpty() ? null : title.get(0),
        hit.highlight().getOrDefault("text", List.of()),
        copies);
  }

  static @Nullable List<String> next(List<FieldValue> sortValues) {
    return sortValues.isEmpty()
        ? null
        : sortValues.stream().map(value -> String.valueOf(value._get())).toList();
  }

  static List<SortOptions> order(Sort sort) {
    SortOptions newest = by("date", SortOrder.Desc);
    SortOptions first =
        switch (sort) {
          case NEWEST -> newest;
          case OLDEST -> by("date", SortOrder.Asc);
          case BEST -> SortOptions.of(s -> s.score(o -> o.order(SortOrder.Desc)));
          case HOSTILITY -> by("assessment.hostility", SortOrder.Desc);
          case REACH -> throw new IllegalArgumentException("only stories have a reach");
        };
    // The id breaks every tie, so that no page repeats or leaves out a document.
    return List.of(first, newest, by("id", SortOrder.Asc));
  }

  private static SortOptions by(String field, SortOrder order) {
    return SortOptions.of(s -> s.field(f -> f.field(field).order(order).missing("_last")));
  }

  static Highlight highlight(Filters filters) {
    return Highlight.of(
        h ->
            h.highlightQuery(QueryBuilder.marks(filters))
                .preTags(SearchPage.MARK_START)
                .postTags(SearchPage.MARK_END)
                .maxAnalyzedOffset(HIGHLIGHTED_LENGTH)
                .fields(
                    "title", f -> f.numberOfFragments(0).matchedFields(TextFields.forms("title")))
                .fields(
                    "text",
                    f ->
                        f.numberOfFragments(PASSAGES)
                            .fragmentSize(PASSAGE_LENGTH)
                            .matchedFields(TextFields.forms("text"))));
  }
}
