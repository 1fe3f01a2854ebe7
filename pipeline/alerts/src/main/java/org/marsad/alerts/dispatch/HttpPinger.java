// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks for the address by GET, as healthchecks.io and its like want it. */
public final class HttpPinger implements Pinger {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int CLASS = 100;
  private static final int SUCCESS = 2;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  @Override
  public void ping(URI address) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
    int status;
    try {
      status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new IOException("the watcher cannot be reached: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (status / CLASS != SUCCESS) {
      throw new IOException("the watcher answered " + status);
    }
  }
}
