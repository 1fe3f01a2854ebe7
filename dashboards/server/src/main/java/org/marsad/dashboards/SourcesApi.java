// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.config.RoutesConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.SourceActivity;

/** How each feed is doing, and who refuses: /api/sources, /api/sources.csv, /api/outlets. */
final class SourcesApi {
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
          "rejections");

  private final DocumentQueries queries;
  private final Outlets outlets;

  SourcesApi(DocumentQueries queries, Outlets outlets) {
    this.queries = queries;
    this.outlets = outlets;
  }

  void addTo(RoutesConfig routes) {
    routes.get(
        "/api/sources",
        context -> {
          RequestParameters.none(context);
          context.json(sources());
        });
    routes.get(
        "/api/sources.csv",
        context -> {
          RequestParameters.none(context);
          csv(sources()).answer(context, "marsad-sources.csv");
        });
    routes.get(
        "/api/outlets",
        context -> {
          RequestParameters.none(context);
          context.json(outlets.all());
        });
  }

  private List<SourceView> sources() {
    return queries.sources().stream().map(health -> SourceView.of(health, outlets)).toList();
  }

  private static Csv csv(List<SourceView> sources) {
    Csv csv = new Csv(HEAD);
    sources.forEach(source -> add(source, csv));
    return csv;
  }

  private static void add(SourceView source, Csv csv) {
    var health = source.health();
    @Nullable SourceActivity activity = health.activity();
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
        health.itemsSeen(),
        activity == null ? null : activity.itemsPerDay(),
        activity == null ? null : activity.day(),
        activity == null ? null : activity.items(),
        activity == null ? null : activity.duplicates(),
        activity == null ? null : activity.rejections());
  }
}
