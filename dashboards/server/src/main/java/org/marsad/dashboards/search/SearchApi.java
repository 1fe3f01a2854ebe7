// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.documents.DocumentView;
import org.marsad.dashboards.documents.Passage;
import org.marsad.dashboards.documents.Passages;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Cost;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.PageToken;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.Expansion;
import org.marsad.index.query.Reading;
import org.marsad.index.query.SearchPage;
import org.marsad.index.query.SearchRequest;
import org.marsad.index.query.Sort;
import org.marsad.model.Filters;
import org.marsad.model.masking.Masking;

/** Finding and counting documents: /api/search, /api/facets. */
public final class SearchApi {
  private static final Parameter<Sort> SORT =
      Parameter.oneOfLower(
          "sort", Sort.class, "The order; without it best where there is a query, else newest.");
  private static final Parameter<Integer> SIZE =
      Parameter.number("size", 1, 100, "How many documents a page holds.").orElse(20);
  private static final Parameter<Boolean> FOLD =
      Parameter.flag(
              "fold",
              "Whether all documents that tell one story are shown as one; `sort=reach` always"
                  + " does.")
          .orElse(false);
  private static final Parameter<String> AFTER =
      Parameter.text("after", "The `next` of the page before, with the same filters and sort.");

  private final DocumentQueries queries;
  private final Outlets outlets;

  public SearchApi(DocumentQueries queries, Outlets outlets) {
    this.queries = queries;
    this.outlets = outlets;
  }

  /**
   * One page of documents, masked.
   *
   * @param total of documents, or of stories where they are folded
   * @param reading how the query was understood
   */
  private record Page(
      long total,
      boolean totalIsLowerBound,
      boolean folded,
      Reading reading,
      List<Hit> hits,
      @Nullable String next) {}

  /**
   * @param copies how many of the documents found tell the same story, and from how many outlets
   */
  private record Hit(
      DocumentView document,
      @Nullable Passage title,
      List<Passage> passages,
      SearchPage.@Nullable Copies copies) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/search")
            .access(Access.READ)
            .costs(Cost.MIDDLE)
            .summary("Finds documents, a page at a time")
            .parameters(FilterParameters.ALL)
            .parameters(SORT, FOLD, SIZE, AFTER)
            .answers(Page.class)
            .handle(this::search),
        Endpoint.get("/api/facets")
            .access(Access.READ)
            .costs(Cost.MIDDLE)
            .summary("Counts what each further choice would bring")
            .parameters(FilterParameters.ALL)
            .answers(FacetCounts.class)
            .handle(request -> FacetCounts.of(queries, outlets, FilterParameters.read(request))));
  }

  private Page search(Request asked) {
    Filters filters = FilterParameters.read(asked);
    Sort sort = asked.find(SORT);
    List<String> after = PageToken.decode(asked.find(AFTER));
    SearchRequest request =
        new SearchRequest(
            filters,
            sort != null ? sort : filters.text() == null ? Sort.NEWEST : Sort.BEST,
            asked.get(SIZE),
            after);
    boolean folded = asked.get(FOLD) || request.sort() == Sort.REACH;
    SearchPage page = page(request, folded);
    return new Page(
        page.total(),
        page.totalIsLowerBound(),
        folded,
        masked(Reading.of(filters)),
        page.hits().stream().map(this::hit).toList(),
        page.next() == null ? null : PageToken.encode(page.next()));
  }

  private static Reading masked(Reading reading) {
    return new Reading(
        reading.expansions().stream()
            .map(one -> new Expansion(Masking.anywhere(one.term()), SynonymsApi.masked(one.also())))
            .toList(),
        reading.repairs());
  }

  private SearchPage page(SearchRequest request, boolean folded) {
    try {
      return folded ? queries.searchStories(request) : queries.search(request);
    } catch (IllegalArgumentException e) {
      if (request.after() == null) {
        throw e;
      }
      // A token that was taken from a search in another order.
      throw PageToken.unknown();
    }
  }

  private Hit hit(SearchPage.Hit hit) {
    Passages passages = Passages.masked(hit.document().document());
    return new Hit(
        DocumentView.of(hit.document(), outlets),
        passages.title(hit.titleHighlight()),
        passages.excerpts(hit.textHighlights()),
        hit.copies());
  }
}
