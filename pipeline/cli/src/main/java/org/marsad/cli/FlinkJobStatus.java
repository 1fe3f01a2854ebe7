// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.marsad.dashboards.status.JobCounters;
import org.marsad.job.local.LocalJob;
import org.marsad.model.Json;

/**
 * What the dashboard shows of a job that runs in a Flink cluster: its state, by Flink's REST
 * interface. What the job has counted is in Prometheus there.
 */
final class FlinkJobStatus {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final HttpRequest overview;
  private JobCounters latest = counters(LocalJob.ENDED, Instant.now());

  /**
   * @param flink for example {@code http://marsad-main-rest:8081}
   */
  FlinkJobStatus(URI flink) {
    overview = HttpRequest.newBuilder(flink.resolve("/jobs/overview")).timeout(LIMIT).build();
  }

  /** Of the job that was started last; stopped, where there is none or nobody answers. */
  synchronized JobCounters read() {
    Optional<JsonNode> job = newest();
    JobCounters now =
        job.map(
                one ->
                    counters(
                        one.path("state").asText(),
                        Instant.ofEpochMilli(one.path("start-time").asLong())))
            .orElseGet(() -> counters(LocalJob.ENDED, Instant.now()));
    if (job.isPresent() || !now.state().equals(latest.state())) {
      latest = now;
    }
    return latest;
  }

  private static JobCounters counters(String flinkState, Instant since) {
    return new JobCounters(JobStatus.state(flinkState), since, Map.of(), null);
  }

  private Optional<JsonNode> newest() {
    try {
      HttpResponse<String> answer = client.send(overview, HttpResponse.BodyHandlers.ofString());
      JsonNode jobs = Json.MAPPER.readTree(answer.body()).path("jobs");
      return StreamSupport.stream(jobs.spliterator(), false)
          .max(Comparator.comparingLong(job -> job.path("start-time").asLong()));
    } catch (IOException unreachable) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
