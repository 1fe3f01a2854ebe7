// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marsad.model.Json;

/** What a JobManager tells about its one job, and what it can be asked to do with it. */
final class FlinkRest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  FlinkRest(String address) {
    this.address = address;
  }

  /** Whether all tasks of the job run, so many of each. */
  boolean isRunning(int parallelism) {
    return job()
        .map(
            job ->
                job.path("state").asText().equals("RUNNING")
                    && job.path("vertices").size() > 0
                    && stream(job.path("vertices"))
                        .allMatch(
                            vertex ->
                                vertex.path("status").asText().equals("RUNNING")
                                    && vertex.path("parallelism").asInt() == parallelism))
        .orElse(false);
  }

  /** How many checkpoints the JobManager that answers has completed. */
  long completedCheckpoints() {
    return id()
        .flatMap(id -> get("/jobs/" + id + "/checkpoints"))
        .map(checkpoints -> checkpoints.at("/counts/completed").asLong())
        .orElse(0L);
  }

  /** The state that was restored last, for example {@code file:/.../savepoint-1}, or nothing. */
  String restoredFrom() {
    return id()
        .flatMap(id -> get("/jobs/" + id + "/checkpoints"))
        .map(checkpoints -> checkpoints.at("/latest/restored/external_path").asText())
        .orElse("");
  }

  /** Those on which the job has tasks. */
  List<String> taskManagers() {
    return job().stream()
        .flatMap(job -> stream(job.path("vertices")))
        .map(vertex -> "/jobs/" + id().orElseThrow() + "/vertices/" + vertex.path("id").asText())
        .flatMap(vertex -> get(vertex + "/taskmanagers").stream())
        .flatMap(vertex -> stream(vertex.path("taskmanagers")))
        .map(taskManager -> taskManager.path("taskmanager-id").asText())
        .distinct()
        .toList();
  }

  /** Asks for an end with a savepoint, and returns where to ask after it. */
  String stopWithSavepoint(String folder) throws IOException, InterruptedException {
    String stop = "/jobs/" + id().orElseThrow();
    String body =
        Json.MAPPER.writeValueAsString(Map.of("targetDirectory", folder, "drain", false));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + stop + "/stop"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    String trigger = Json.MAPPER.readTree(answer.body()).path("request-id").asText();
    return stop + "/savepoints/" + trigger;
  }

  private Optional<JsonNode> job() {
    return id().flatMap(id -> get("/jobs/" + id));
  }

  private Optional<String> id() {
    return get("/jobs")
        .map(jobs -> jobs.at("/jobs/0/id").asText())
        .filter(id -> !id.isEmpty());
  }

  /** Nothing while no JobManager leads, or where there is no such thing. */
  private Optional<JsonNode> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT).build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? Optional.of(Json.MAPPER.readTree(answer.body()))
          : Optional.empty();
    } catch (IOException notYet) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return java.util.stream.StreamSupport.stream(array.spliterator(), false);
  }
}
