// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.metrics;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.marsad.alerts.dispatch.Heartbeat;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.status.JobCounters;
import org.marsad.dashboards.status.SearchDelays;
import org.marsad.index.IndexRefusedException;
import org.marsad.index.IndexUnavailableException;
import org.marsad.index.query.Counts;
import org.marsad.index.query.FollowedFeed;
import org.marsad.index.query.Gauges;
import org.marsad.index.retention.RetentionLog;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;

/** /metrics, for Prometheus: also while the index is away, which is what it then says. */
public final class MetricsApi {
  private final Gauges gauges;
  private final Shelf<Heartbeat> heartbeats;
  private final RetentionLog retention;
  private final Supplier<JobCounters> job;
  private final RequestMetrics requests;
  private final Clock clock;

  public MetricsApi(
      Gauges gauges,
      Shelf<Heartbeat> heartbeats,
      RetentionLog retention,
      Supplier<JobCounters> job,
      RequestMetrics requests,
      Clock clock) {
    this.gauges = gauges;
    this.heartbeats = heartbeats;
    this.retention = retention;
    this.job = job;
    this.requests = requests;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/metrics")
            .access(Access.READ)
            .summary("Tells Prometheus how everything is doing")
            .answers(200, "text/plain")
            .handle(this::answer));
  }

  private void answer(Request request) {
    MetricsText text = new MetricsText();
    writeJob(text);
    requests.write(text);
    text.gauge("marsad_index_up", "Whether the index answers.");
    String ofIndex = ofIndex();
    text.sample(ofIndex.isEmpty() ? 0 : 1);
    request
        .context()
        .header("Cache-Control", "no-store")
        .contentType(MetricsText.MEDIA_TYPE)
        .result(text + ofIndex);
  }

  /** Empty while the index is away: half of it would look like a fall. */
  private String ofIndex() {
    try {
      MetricsText text = new MetricsText();
      writeIndex(text);
      return text.toString();
    } catch (IndexUnavailableException | IndexRefusedException away) {
      return "";
    }
  }

  private void writeJob(MetricsText text) {
    JobCounters counters = job.get();
    text.gauge("marsad_job_up", "Whether the job runs.");
    text.sample("RUNNING".equals(counters.state()) ? 1 : 0);
    text.counter("marsad_job_documents_total", "What became of documents since the job started.");
    counters.counts().forEach((step, count) -> text.sample(Map.of("step", step), count));
    text.summary(
        "marsad_search_delay_seconds", "From publication to search, of the last documents.");
    SearchDelays delays = counters.delays();
    if (delays != null) {
      text.sample(Map.of("quantile", "0.5"), delays.median());
      text.sample(Map.of("quantile", "0.95"), delays.ninetyFifth());
    }
  }

  private void writeIndex(MetricsText text) {
    Counts counts = gauges.counts();
    text.gauge("marsad_documents", "Documents whose text is kept, those of few people left out.");
    text.sample(counts.documents().documents());
    text.gauge("marsad_newest_capture_timestamp_seconds", "When a document was last captured.");
    text.sample(Map.of(), counts.newestCaptured());
    text.gauge(
        "marsad_publication_delay_seconds", "From publication to capture, of the last hour.");
    gauges.publicationDelay(clock.instant()).ifPresent(text::sample);
    text.gauge("marsad_rejections", "Inputs that could not be taken and are on record.");
    gauges
        .rejections()
        .forEach(
            one ->
                text.sample(
                    new TreeMap<>(Map.of("stage", one.stage(), "reason", one.reason())),
                    one.count()));
    writeSources(text, gauges.sources());
    writeAlerts(text);
    text.gauge(
        "marsad_retention_last_run_timestamp_seconds", "When texts were last erased by age.");
    retention.last().ifPresent(run -> text.sample(Map.of(), run.at()));
    text.gauge("marsad_retention_held_back", "Whether erasing by age waits for a person.");
    retention.last().ifPresent(run -> text.sample(run.heldBack() ? 1 : 0));
  }

  private static void writeSources(MetricsText text, List<FollowedFeed> followed) {
    List<SourceHealth> feeds = followed.stream().map(FollowedFeed::health).toList();
    text.gauge("marsad_source_up", "Whether the last poll of a feed went well.");
    feeds.forEach(one -> text.sample(feed(one), one.state() == SourceState.OK ? 1 : 0));
    text.gauge("marsad_source_silent", "Whether a feed is silent for longer than by chance.");
    feeds.forEach(one -> text.sample(feed(one), one.silent() ? 1 : 0));
    text.gauge("marsad_source_failures", "Polls of a feed that failed in a row.");
    feeds.forEach(one -> text.sample(feed(one), one.consecutiveFailures()));
    text.gauge("marsad_source_last_success_timestamp_seconds", "When a poll last went well.");
    feeds.forEach(one -> text.sample(feed(one), one.lastSuccess()));
    text.counter("marsad_source_items_total", "New items of a feed since it is followed.");
    followed.stream()
        .filter(one -> !one.withheld())
        .map(FollowedFeed::health)
        .forEach(one -> text.sample(feed(one), one.itemsSeen()));
  }

  private static Map<String, String> feed(SourceHealth one) {
    return new TreeMap<>(Map.of("source", one.outletId(), "feed", one.url()));
  }

  private void writeAlerts(MetricsText text) {
    text.gauge("marsad_alert_messages", "Messages of alerts by their state of being sent.");
    gauges.deliveries().forEach((state, count) -> text.sample(Map.of("state", state), count));
    Heartbeat heartbeat = heartbeats.find(Heartbeat.ID).map(Kept::value).orElse(null);
    text.gauge("marsad_alerts_heartbeat_timestamp_seconds", "When alerting last looked round.");
    text.sample(Map.of(), heartbeat == null ? null : heartbeat.at());
    text.gauge("marsad_alerts_last_decision_timestamp_seconds", "When a rule was last judged.");
    text.sample(Map.of(), heartbeat == null ? null : heartbeat.lastDecision());
    text.gauge("marsad_alerts_troubles", "What alerting says is wrong with itself.");
    text.sample(heartbeat == null ? 0 : heartbeat.trouble().size());
  }
}
