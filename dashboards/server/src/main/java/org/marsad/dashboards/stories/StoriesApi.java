// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.stories;

import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.documents.TellingView;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Cost;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.PageToken;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.search.FilterParameters;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.StoriesPage;
import org.marsad.index.query.StoriesRequest;
import org.marsad.index.query.StoriesRequest.Order;

/** Stories that several documents tell: /api/stories. */
public final class StoriesApi {
  private static final Parameter<Order> SORT =
      Parameter.oneOfLower("sort", Order.class, "By how many tell it, or by the latest telling.")
          .orElse(Order.REACH);
  private static final Parameter<Integer> SIZE =
      Parameter.number("size", 1, StoriesRequest.MAX_SIZE, "How many stories a page holds.")
          .orElse(20);
  private static final Parameter<String> AFTER =
      Parameter.text("after", "The `next` of the page before, with the same filters and sort.");

  private final DocumentQueries queries;
  private final Outlets outlets;

  public StoriesApi(DocumentQueries queries, Outlets outlets) {
    this.queries = queries;
    this.outlets = outlets;
  }

  /**
   * @param documents that meet the filters: what readers were exposed to
   * @param folded the same where all that tell one story count once
   * @param next absent on the last page
   */
  private record Page(
      long documents, long folded, List<StorySummary> stories, @Nullable String next) {}

  /**
   * @param tellings the earliest first, at most 50
   */
  private record Story(StorySummary summary, List<TellingView> tellings) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/stories")
            .access(Access.READ)
            .costs(Cost.MIDDLE)
            .summary("Lists stories that at least two of the documents tell, a page at a time")
            .parameters(FilterParameters.ALL)
            .parameters(SORT, SIZE, AFTER)
            .answers(Page.class)
            .handle(this::page),
        Endpoint.get("/api/stories/{id}")
            .access(Access.READ)
            .summary("Tells who told a story, when, and in which role")
            .refuses(404)
            .answers(Story.class)
            .handle(this::story));
  }

  private Page page(Request asked) {
    int skipped = skipped(asked.find(AFTER));
    int size = asked.get(SIZE);
    StoriesPage page =
        queries.stories(
            new StoriesRequest(FilterParameters.read(asked), asked.get(SORT), size, skipped));
    int next = skipped + size;
    return new Page(
        page.documents(),
        page.folded(),
        page.stories().stream().map(told -> StorySummary.of(told, outlets)).toList(),
        page.hasMore() && next <= StoriesRequest.MAX_SKIPPED
            ? PageToken.encode(List.of(String.valueOf(next)))
            : null);
  }

  private static int skipped(@Nullable String token) {
    List<String> after = PageToken.decode(token);
    if (after == null) {
      return 0;
    }
    try {
      int skipped = after.size() == 1 ? Integer.parseInt(after.get(0)) : -1;
      if (skipped >= 0 && skipped <= StoriesRequest.MAX_SKIPPED) {
        return skipped;
      }
    } catch (NumberFormatException e) {
      // Told below, as every token that is none.
    }
    throw PageToken.unknown();
  }

  private Story story(Request request) {
    String id = request.path("id");
    return new Story(
        queries
            .toldStory(id)
            .map(told -> StorySummary.of(told, outlets))
            .orElseThrow(() -> new NotFoundResponse("The index holds no story " + id + ".")),
        queries.tellings(id).stream().map(one -> TellingView.of(one, outlets)).toList());
  }
}
