// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Stance;
import org.marsad.index.IndexRefusedException;
import org.marsad.index.IndexUnavailableException;
import org.marsad.index.query.Counts;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.Facets;
import org.marsad.index.query.Filters;
import org.marsad.index.query.RejectionCount;
import org.marsad.model.Rejection;

/** How things stand: /api/status, /api/sources, /api/rejections, /health. */
final class StatusApi {
  private static final int LATEST_REJECTIONS = 100;
  private static final Filters IRRELEVANT =
      new Filters(
          null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), Boolean.FALSE);

  private final DocumentQueries queries;
  private final Supplier<JobCounters> counters;

  StatusApi(DocumentQueries queries, Supplier<JobCounters> counters) {
    this.queries = queries;
    this.counters = counters;
  }

  /**
   * @param index absent while the index does not answer; {@code outage} then says why
   */
  private record Status(JobCounters job, @Nullable Holdings index, @Nullable String outage) {}

  /**
   * What the index holds, in documents.
   *
   * @param unclassified those in a language that no model reads; part of no other count
   */
  private record Holdings(
      long documents,
      int sources,
      long relevant,
      long hostile,
      long reporting,
      long supportive,
      long unclassified,
      long rejections) {}

  private record Rejections(List<RejectionCount> counts, List<Rejection> latest) {}

  private record Health(String status) {}

  void addTo(RoutesConfig routes) {
    routes.get("/api/status", this::status);
    routes.get("/api/sources", context -> context.json(queries.sources()));
    routes.get(
        "/api/rejections",
        context ->
            context.json(
                new Rejections(queries.rejectionCounts(), queries.rejections(LATEST_REJECTIONS))));
    routes.get("/health/live", context -> context.json(new Health("live")));
    routes.get(
        "/health/ready",
        context -> {
          queries.counts();
          context.json(new Health("ready"));
        });
  }

  /** Answers without the index too: the job's counters are worth seeing just then. */
  private void status(Context context) {
    try {
      context.json(new Status(counters.get(), holdings(), null));
    } catch (IndexUnavailableException | IndexRefusedException e) {
      context.json(new Status(counters.get(), null, e.getMessage()));
    }
  }

  private Holdings holdings() {
    Counts counts = queries.counts();
    Facets all = queries.facets(Filters.none());
    Facets irrelevant = queries.facets(IRRELEVANT);
    return new Holdings(
        counts.documents(),
        all.sources().size(),
        counts.relevant(),
        counts.hostile(),
        sum(all, Stance.REPORT_ON_HOSTILITY),
        sum(all, Stance.SUPPORTIVE, Stance.COUNTER_SPEECH),
        // The three questions are asked one after the other, while documents come in.
        Math.max(0, counts.documents() - counts.relevant() - total(irrelevant.sources())),
        counts.rejections());
  }

  private static long sum(Facets facets, Stance... stances) {
    long sum = 0;
    for (Stance stance : stances) {
      sum += facets.stances().getOrDefault(stance.name(), 0L);
    }
    return sum;
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
