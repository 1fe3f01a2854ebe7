// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Withheld;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.IndexRefusedException;
import org.marsad.index.IndexUnavailableException;
import org.marsad.index.query.Counts;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.RejectionCount;
import org.marsad.index.query.StanceCounts;
import org.marsad.index.retention.RetentionLog;
import org.marsad.index.retention.RetentionRun;
import org.marsad.model.Filters;
import org.marsad.model.Rejection;
import org.marsad.model.SourceHealth;
import org.marsad.model.masking.Controls;
import org.marsad.model.masking.Masking;

/** How things stand: /api/status, /api/rejections, /health. */
public final class StatusApi {
  private static final int LATEST_REJECTIONS = 100;

  /** What asks how things stand asks often and wants to hear that they stand still. */
  public static final Duration PATIENCE = Duration.ofSeconds(2);

  private final DocumentQueries queries;
  private final DocumentQueries quickQueries;
  private final Outlets outlets;
  private final RetentionLog retention;
  private final Supplier<JobCounters> counters;

  public StatusApi(
      DocumentQueries queries,
      Outlets outlets,
      RetentionLog retention,
      Supplier<JobCounters> counters) {
    this.queries = queries;
    this.quickQueries = queries.within(PATIENCE);
    this.outlets = outlets;
    this.retention = retention.within(PATIENCE);
    this.counters = counters;
  }

  /**
   * @param fictional whether this is a demonstration with made-up outlets
   * @param retention the last time that texts were erased for their age; absent where there was
   *     none
   * @param index absent while the index does not answer; {@code outage} then says why
   */
  private record Status(
      JobCounters job,
      boolean fictional,
      @Nullable RetentionRun retention,
      @Nullable Holdings index,
      @Nullable String outage) {}

  /**
   * What the index holds, in documents.
   *
   * @param sources that documents are from
   * @param silent feeds that have brought nothing for longer than chance would have it
   * @param unclassified those in a language that no model reads; part of no other count but that of
   *     all
   * @param withheld names of the figures of which documents of fewer than five people are left out;
   *     such a figure is absent where nothing else is in it
   */
  private record Holdings(
      @Nullable Long documents,
      int sources,
      int silent,
      @Nullable Long relevant,
      @Nullable Long hostile,
      @Nullable Long reporting,
      @Nullable Long supportive,
      @Nullable Long unclassified,
      long rejections,
      List<String> withheld) {}

  private record Rejections(List<RejectionCount> counts, List<Rejection> latest) {}

  private record Health(String status) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/status")
            .access(Access.READ)
            .summary("Tells how the job and the index are doing")
            .answers(Status.class)
            .handle(request -> status()),
        Endpoint.get("/api/rejections")
            .access(Access.READ)
            .summary("Tells what could not be taken, by stage and reason, and the latest of it")
            .answers(Rejections.class)
            .handle(request -> rejections()),
        Endpoint.get("/health/live")
            .access(Access.PUBLIC)
            .summary("Answers while the server runs")
            .answers(Health.class)
            .handle(request -> new Health("live")),
        Endpoint.get("/health/ready")
            .access(Access.PUBLIC)
            .summary("Answers while the index does")
            .answers(Health.class)
            .handle(request -> ready()));
  }

  private Health ready() {
    quickQueries.counts();
    return new Health("ready");
  }

  private Rejections rejections() {
    return new Rejections(
        queries.rejectionCounts(),
        queries.rejections(LATEST_REJECTIONS).stream().map(StatusApi::shown).toList());
  }

  /** A message or a reference may quote what was rejected. */
  private static Rejection shown(Rejection one) {
    return new Rejection(
        one.sourceId(),
        one.stage(),
        one.reason(),
        Controls.dropped(Masking.anywhere(one.message())),
        Controls.dropped(one.reference()),
        one.at());
  }

  /** Answers without the index too: the job's counters are worth seeing just then. */
  private Status status() {
    try {
      return new Status(
          counters.get(), outlets.hasFiction(), retention.last().orElse(null), holdings(), null);
    } catch (IndexUnavailableException | IndexRefusedException e) {
      return new Status(counters.get(), outlets.hasFiction(), null, null, e.getMessage());
    }
  }

  private Holdings holdings() {
    Counts counts = quickQueries.counts();
    StanceCounts said = counts.said();
    return new Holdings(
        counts.documents().shown(),
        quickQueries.facets(Filters.NONE).sources().size(),
        SourceHealth.silent(quickQueries.sources()).size(),
        said.relevant().shown(),
        said.hostile().shown(),
        said.reporting().shown(),
        said.supportive().shown(),
        counts.unclassified().shown(),
        counts.rejections(),
        Withheld.names(
            Map.of(
                "documents", counts.documents(),
                "relevant", said.relevant(),
                "hostile", said.hostile(),
                "reporting", said.reporting(),
                "supportive", said.supportive(),
                "unclassified", counts.unclassified())));
  }
}
