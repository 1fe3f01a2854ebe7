// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.marsad.model.Json;

/** What a JobManager tells about its one job, and what it can be asked to do with it. */
final class FlinkRest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  FlinkRest(String address) {
    this.address = address;
  }

  /**
   * Whether all tasks of the job run.
   *
   * @param parallelism of the stages that have the most subtasks
   */
  boolean isRunning(int parallelism) {
    return job().map(job -> isRunning(job, parallelism)).orElse(false);
  }

  private static boolean isRunning(JsonNode job, int parallelism) {
    JsonNode stages = job.path("vertices");
    return job.path("state").asText().equals("RUNNING")
        && stream(stages).allMatch(stage -> stage.path("status").asText().equals("RUNNING"))
        && stream(stages).mapToInt(stage -> stage.path("parallelism").asInt()).max().orElse(0)
            == parallelism;
  }

  /** How often the JobManager that answers has restored the job's state. */
  long restores() {
    return checkpoints("/counts/restored").asLong();
  }

  /** The state that was restored last, for example {@code file:/.../savepoint-1}; or nothing. */
  String restoredFrom() {
    return checkpoints("/latest/restored/external_path").asText();
  }

  private JsonNode checkpoints(String pointer) {
    return id().flatMap(id -> get("/jobs/" + id + "/checkpoints"))
        .map(checkpoints -> checkpoints.at(pointer))
        .orElse(MissingNode.getInstance());
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

  /**
   * Asks for an end with a savepoint.
   *
   * @param folder where the savepoint is to be
   * @return where to ask for it
   */
  String stopWithSavepoint(String folder) throws IOException, InterruptedException {
    String job = "/jobs/" + id().orElseThrow();
    String body = Json.MAPPER.writeValueAsString(Map.of("targetDirectory", folder, "drain", false));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + job + "/stop"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    return job + "/savepoints/" + Json.MAPPER.readTree(answer.body()).path("request-id").asText();
  }

  /**
   * The place of a savepoint, once it is complete.
   *
   * @param asked where to ask for it
   * @throws AssertionError if it failed
   */
  Optional<String> savepoint(String asked) {
    JsonNode operation = get(asked).orElse(MissingNode.getInstance()).path("operation");
    if (operation.has("failure-cause")) {
      throw new AssertionError(operation.toString());
    }
    return Optional.of(operation.path("location").asText()).filter(place -> !place.isEmpty());
  }

  private Optional<JsonNode> job() {
    return id().flatMap(id -> get("/jobs/" + id));
  }

  private Optional<String> id() {
    return get("/jobs").map(jobs -> jobs.at("/jobs/0/id").asText()).filter(id -> !id.isEmpty());
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

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
