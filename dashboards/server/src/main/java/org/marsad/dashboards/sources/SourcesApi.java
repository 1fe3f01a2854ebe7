// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.sources;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Csv;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.SourceActivity;

/** How each feed is doing, and who refuses: /api/sources, /api/sources.csv, /api/outlets. */
public final class SourcesApi {
  private static final List<String> HEAD =
      List.of(
          "outlet",
          "name",
          "feed",
          "page",
          "form",
          "languages",
          "state",
          "silentSince",
          "refusedSince",
          "refusal",
          "httpStatus",
          "message",
          "lastPoll",
          "lastSuccess",
          "lastItem",
          "nextDue",
          "itemsSeen",
          "itemsPerDay",
          "day",
          "items",
          "duplicates",
          "rejections",
          "withheld_fewer_than_five_people");

  private final DocumentQueries queries;
  private final Outlets outlets;

  public SourcesApi(DocumentQueries queries, Outlets outlets) {
    this.queries = queries;
    this.outlets = outlets;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/sources")
            .access(Access.READ)
            .summary("Tells how each feed is doing")
            .answersAll(SourceView.class)
            .handle(request -> sources()),
        Endpoint.get("/api/sources.csv")
            .access(Access.READ)
            .summary("The same as a table")
            .answers(200, Csv.MEDIA_TYPE)
            .handle(request -> csv(sources()).answer(request.context(), "marsad-sources.csv")),
        Endpoint.get("/api/outlets")
            .access(Access.READ)
            .summary("Lists the outlets of the catalogue")
            .answersAll(KnownOutlet.class)
            .handle(request -> outlets.all()));
  }

  private List<SourceView> sources() {
    return queries.followed().stream().map(feed -> SourceView.of(feed, outlets)).toList();
  }

  private static Csv csv(List<SourceView> sources) {
    Csv csv = new Csv(HEAD);
    sources.forEach(source -> add(source, csv));
    return csv;
  }

  private static void add(SourceView source, Csv csv) {
    var health = source.health();
    @Nullable SourceActivity activity = health.activity();
    @Nullable SourceActivity counts = source.withheld() ? null : activity;
    csv.add(
        health.outletId(),
        health.outletName(),
        health.url(),
        source.page(),
        activity == null ? null : activity.form(),
        String.join(" ", source.languages()),
        health.state(),
        activity == null ? null : activity.silentSince(),
        activity == null ? null : activity.refusedSince(),
        activity == null ? null : activity.refusal(),
        health.httpStatus(),
        health.message(),
        health.lastPoll(),
        health.lastSuccess(),
        health.lastItem(),
        health.nextDue(),
        source.withheld() ? null : health.itemsSeen(),
        counts == null ? null : counts.itemsPerDay(),
        activity == null ? null : activity.day(),
        counts == null ? null : counts.items(),
        counts == null ? null : counts.duplicates(),
        counts == null ? null : counts.rejections(),
        source.withheld() ? "yes" : null);
  }
}
