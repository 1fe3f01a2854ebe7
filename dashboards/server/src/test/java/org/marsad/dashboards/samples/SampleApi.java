// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.http.RateLimit;
import org.marsad.index.EmbeddedIndex;
import org.marsad.model.Json;

/**
 * A dashboard over an index with all samples, and a client of its API, which fails at every answer
 * that the API does not describe.
 */
public final class SampleApi implements AutoCloseable {
  /** A rule as a request makes it. */
  public static final String RULE_BODY =
      "{\"names\":{\"en\":\"Hostile\"},\"filters\":{\"stances\":[\"HOSTILE\"],\"relevant\":true},"
          + "\"granularity\":\"DAY\",\"cadence\":\"INSTANT\"}";

  public static final String FILE_RULE = "/api/rules/" + SampleAlerts.RULE;
  public static final String INCIDENT = "/api/incidents/" + SampleAlerts.RISE;

  /** Never asks for HTTP/2, since a request that does so and ends its connection is refused. */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Path auditLog;
  private final DashboardServer server;
  private @Nullable DeclaredAnswers declared;

  public SampleApi(EmbeddedIndex index, Path directory) {
    SampleIndex.fill(index.connection());
    index.refresh();
    auditLog = directory.resolve("audit.jsonl");
    server =
        SampleDashboard.start(
            index.connection(),
            new DashboardSettings("127.0.0.1", 0, auditLog).with(RateLimit.NONE));
  }

  public URI address() {
    return server.address();
  }

  public Path auditLog() {
    return auditLog;
  }

  @Override
  public void close() {
    server.close();
  }

  public static JsonNode find(JsonNode list, String id) {
    for (JsonNode one : list) {
      if (one.get("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no " + id + " in " + list);
  }

  /** The audit log's lines, such as "mute rule own". */
  public List<String> audited() throws IOException {
    Pattern line = Pattern.compile("\"action\":\"(.*?)\",\"(.*?)\":\"(.*?)\"");
    return Files.readAllLines(auditLog).stream()
        .map(
            text -> {
              Matcher matcher = line.matcher(text);
              return matcher.find()
                  ? matcher.group(1) + " " + matcher.group(2) + " " + matcher.group(3)
                  : text;
            })
        .toList();
  }

  public JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  public HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  public HttpResponse<String> post(String path, String body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> put(String path, String body, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request);
  }

  public HttpResponse<String> delete(String path) throws Exception {
    return send(request(path).DELETE());
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.address().resolve(path));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    declared().check(answer);
    return answer;
  }

  /** The description of the API. */
  public JsonNode description() throws Exception {
    return Json.MAPPER.readTree(
        client.send(request("/api/openapi.json").build(), BodyHandlers.ofString()).body());
  }

  private DeclaredAnswers declared() throws Exception {
    DeclaredAnswers known = declared;
    if (known == null) {
      known = new DeclaredAnswers(description());
      declared = known;
    }
    return known;
  }
}
