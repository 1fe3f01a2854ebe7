// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.samples.SampleDashboard;
import org.marsad.index.EmbeddedIndex;

/** A dashboard over {@link HalfYear}. */
final class TrendServer implements BeforeAllCallback, AfterAllCallback {
  private final EmbeddedIndex index = new EmbeddedIndex();
  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable DashboardServer server;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    index.beforeAll(context);
    HalfYear.fill(index.connection());
    Path directory = Files.createTempDirectory("marsad-audit");
    server =
        SampleDashboard.start(
            index.connection(),
            new DashboardSettings("127.0.0.1", 0, directory.resolve("audit.jsonl")));
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    Objects.requireNonNull(server).close();
    index.afterAll(context);
  }

  URI address(String path) {
    return Objects.requireNonNull(server).address().resolve(path);
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> delete(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(address(path)).DELETE().build(), BodyHandlers.ofString());
  }
}
