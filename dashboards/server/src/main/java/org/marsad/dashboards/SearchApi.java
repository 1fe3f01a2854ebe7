// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.SearchPage;
import org.marsad.index.query.SearchRequest;
import org.marsad.index.query.Sort;
import org.marsad.model.Filters;

/** Finding and counting documents: /api/search, /api/trend, /api/facets. */
final class SearchApi {
  private static final int DEFAULT_SIZE = 20;
  private static final int MAX_SIZE = 100;
  private static final List<String> SORTS =
      Stream.of(Sort.values()).map(sort -> sort.name().toLowerCase(Locale.ROOT)).toList();
  private static final Set<String> SEARCH_NAMES = new HashSet<>(FilterParameters.NAMES);

  static {
    SEARCH_NAMES.addAll(Set.of("sort", "size", "after"));
  }

  private final DocumentQueries queries;
  private final Outlets outlets;

  SearchApi(DocumentQueries queries, Outlets outlets) {
    this.queries = queries;
    this.outlets = outlets;
  }

  /** One page of documents, masked. */
  private record Page(
      long total, boolean totalIsLowerBound, List<Hit> hits, @Nullable String next) {}

  private record Hit(DocumentView document, @Nullable Passage title, List<Passage> passages) {}

  void addTo(RoutesConfig routes) {
    routes.get("/api/search", this::search);
    routes.get("/api/trend", context -> context.json(Coverage.trend(queries, filters(context))));
    routes.get(
        "/api/facets", context -> context.json(FacetCounts.of(queries, outlets, filters(context))));
  }

  private static Filters filters(Context context) {
    return FilterParameters.read(new RequestParameters(context, FilterParameters.NAMES));
  }

  private void search(Context context) {
    RequestParameters parameters = new RequestParameters(context, SEARCH_NAMES);
    Filters filters = FilterParameters.read(parameters);
    String sort = parameters.oneOf("sort", SORTS);
    List<String> after = PageToken.decode(parameters.text("after"));
    SearchRequest request =
        new SearchRequest(
            filters,
            sort != null
                ? Sort.valueOf(sort.toUpperCase(Locale.ROOT))
                : filters.text() == null ? Sort.NEWEST : Sort.BEST,
            parameters.number("size", 1, MAX_SIZE, DEFAULT_SIZE),
            after);
    SearchPage page = page(request);
    context.json(
        new Page(
            page.total(),
            page.totalIsLowerBound(),
            page.hits().stream().map(this::hit).toList(),
            page.next() == null ? null : PageToken.encode(page.next())));
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
