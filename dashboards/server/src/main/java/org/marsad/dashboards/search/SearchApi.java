// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.documents.DocumentView;
import org.marsad.dashboards.documents.Passage;
import org.marsad.dashboards.documents.Passages;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.PageToken;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.SearchPage;
import org.marsad.index.query.SearchRequest;
import org.marsad.index.query.Sort;
import org.marsad.model.Filters;

/** Finding and counting documents: /api/search, /api/facets. */
public final class SearchApi {
  private static final Parameter<Sort> SORT =
      Parameter.oneOfLower(
          "sort", Sort.class, "The order; without it best where there is a query, else newest.");
  private static final Parameter<Integer> SIZE =
      Parameter.number("size", 1, 100, "How many documents a page holds.").orElse(20);
  private static final Parameter<String> AFTER =
      Parameter.text("after", "The `next` of the page before, with the same filters and sort.");

  private final DocumentQueries queries;
  private final Outlets outlets;

  public SearchApi(DocumentQueries queries, Outlets outlets) {
    this.queries = queries;
    this.outlets = outlets;
  }

  /** One page of documents, masked. */
  private record Page(
      long total, boolean totalIsLowerBound, List<Hit> hits, @Nullable String next) {}

  private record Hit(DocumentView document, @Nullable Passage title, List<Passage> passages) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/search")
            .access(Access.READ)
            .summary("Finds documents, a page at a time")
            .parameters(FilterParameters.ALL)
            .parameters(SORT, SIZE, AFTER)
            .answers(Page.class)
            .handle(this::search),
        Endpoint.get("/api/facets")
            .access(Access.READ)
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
    SearchPage page = page(request);
    return new Page(
        page.total(),
        page.totalIsLowerBound(),
        page.hits().stream().map(this::hit).toList(),
        page.next() == null ? null : PageToken.encode(page.next()));
  }

  private SearchPage page(SearchRequest request) {
    try {
      return queries.search(request);
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
        passages.excerpts(hit.textHighlights()));
  }
}
