// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;

/** Requests of one browser or program, which keeps its cookie as browsers do. */
public final class SampleCalls {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;
  private @Nullable String cookie;
  private @Nullable String csrf;
  private @Nullable String key;

  public SampleCalls(URI server) {
    this.server = server;
  }

  /** With this key in place of a session. */
  public SampleCalls withKey(String secret) {
    key = secret;
    return this;
  }

  /** With a session that is known from elsewhere; csrf may be of another, or missing. */
  public SampleCalls withSession(String cookieValue, @Nullable String csrfValue) {
    cookie = "marsad-session=" + cookieValue;
    csrf = csrfValue;
    return this;
  }

  /** Logs in as pages do, and keeps what they keep. */
  public HttpResponse<String> logIn(String name, String password) throws Exception {
    String body =
        Json.MAPPER.createObjectNode().put("name", name).put("password", password).toString();
    HttpResponse<String> answer = send("POST", "/api/session", body);
    if (answer.statusCode() == 200) {
      csrf = json(answer).path("csrf").asText();
    }
    return answer;
  }

  public @Nullable String cookie() {
    return cookie;
  }

  public HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, null);
  }

  /**
   * @param body JSON; null for none
   */
  public HttpResponse<String> send(String method, String path, @Nullable String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    if (csrf != null) {
      request.header("X-Marsad-CSRF", csrf);
    }
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return answer;
  }

  public static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.MAPPER.readTree(answer.body());
  }
}
