// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;

/** Somebody who uses the dashboard's API as its pages do: logged in, or at this computer. */
final class DashboardUser {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI dashboard;
  private final @Nullable String cookie;
  private final @Nullable String csrf;

  private DashboardUser(URI dashboard, @Nullable String cookie, @Nullable String csrf) {
    this.dashboard = dashboard;
    this.cookie = cookie;
    this.csrf = csrf;
  }

  /** Who has not logged in. */
  static DashboardUser nobody(String dashboard) {
    return new DashboardUser(URI.create(dashboard), null, null);
  }

  static DashboardUser login(String dashboard, String name, String password) throws Exception {
    HttpResponse<String> answer =
        nobody(dashboard)
            .send("api/session", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    DashboardUser known = new DashboardUser(URI.create(dashboard), cookie, null);
    String csrf = known.json("api/session").get("csrf").asText();
    return new DashboardUser(URI.create(dashboard), cookie, csrf);
  }

  /** Name and value of the session's cookie; null of who has not logged in. */
  @Nullable String cookie() {
    return cookie;
  }

  JsonNode json(String path) throws Exception {
    return Json.MAPPER.readTree(successful(request(path)).body());
  }

  JsonNode post(String path, String body) throws Exception {
    return Json.MAPPER.readTree(send(path, body).body());
  }

  private HttpResponse<String> send(String path, String body) throws Exception {
    return successful(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(dashboard.resolve(path));
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    if (csrf != null) {
      request.header("X-Marsad-CSRF", csrf);
    }
    return request;
  }

  private HttpResponse<String> successful(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.uri() + ": " + answer.body()).isBetween(200, 299);
    return answer;
  }
}
