// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.model.Json;

/**
 * The whole program, from a rise in the index to a mail and a web hook: killed after it has found
 * the rise and told one of its two subscribers, started again, and nobody hears twice.
 */
class AlertsThroughAKillTest {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Pattern ELASTICSEARCH = Pattern.compile("Elasticsearch  (http\\S+)");
  private static final Pattern DASHBOARD = Pattern.compile("Dashboard      (http\\S+)");

  @TempDir Path folder;

  /** A web hook request: the message's id and body. */
  private record Call(String key, JsonNode body) {
    boolean isAlert() {
      return body.path("kind").asText().equals("ALERT");
    }
  }

  private final List<Call> refused = Collections.synchronizedList(new ArrayList<>());
  private final List<Call> accepted = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean takesAlerts;
  private HttpServer hook;
  private FloodAlerts floods;

  @BeforeEach
  void listen() throws IOException {
    hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext(
        "/",
        exchange -> {
          Call call =
              new Call(
                  exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                  Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes()));
          boolean taken = takesAlerts || !call.isAlert();
          (taken ? accepted : refused).add(call);
          exchange.sendResponseHeaders(taken ? 200 : 503, -1);
          exchange.close();
        });
    hook.start();
    floods = new FloodAlerts(folder);
  }

  @AfterEach
  void stop() {
    hook.stop(0);
    floods.close();
  }

  @Test
  void eachStepIsToldOnce() throws Exception {
    importRise();
    subscribe();
    Path settings = floods.settings("1s");
    try (MarsadProcess marsad = run(settings)) {
      // What is being sent at the kill stays claimed for ten minutes: see CrashTest for that.
      marsad.await("a receipt of the mail", LIMIT, () -> has(marsad, "SENT"));
      marsad.await("a refused alert that waits", LIMIT, () -> has(marsad, "WAITING"));
      marsad.kill();
    }
    takesAlerts = true;
    try (MarsadProcess marsad = run(settings)) {
      marsad.await("an accepted alert", LIMIT, () -> accepted.stream().anyMatch(Call::isAlert));
      // Whatever would be sent a second time would be by now: the outbox is looked at every second.
      Thread.sleep(5_000);
      assertThat(accepted.stream().filter(Call::isAlert)).hasSize(1);
      Call alert = accepted.stream().filter(Call::isAlert).findFirst().orElseThrow();
      assertThat(alert.key()).isEqualTo(refused.get(0).key());
      JsonNode step = alert.body().get("steps").get(0);
      assertThat(step.get("kind").asText()).isEqualTo("OPENED");
      assertThat(step.get("observed").asLong()).isEqualTo(90);
      String incident = step.get("incidentId").asText();
      assertThat(floods.mail().texts()).as("the request to confirm and the alert").hasSize(2);
      assertThat(floods.mail().texts().get(1)).contains("/alerts/" + incident);
      JsonNode incidents = json(LiveSystemTest.dashboard(marsad) + "api/incidents");
      assertThat(incidents.toString()).contains(incident);
      marsad.terminate();
    }
  }

  private void importRise() throws Exception {
    Path archive = floods.writeRise(reader -> "reader " + reader, reader -> "");
    try (MarsadProcess marsad =
        MarsadProcess.start(folder, "import", "--data", data(), archive.toString())) {
      assertThat(marsad.awaitExit(LIMIT)).as(marsad.err()).isZero();
    }
  }

  /** Two subscribers, both confirmed, before anything is judged. */
  private void subscribe() throws Exception {
    Path settings = floods.settings("12h");
    try (MarsadProcess marsad = run(settings)) {
      marsad.await("the dashboard", LIMIT, () -> DASHBOARD.matcher(marsad.err()).find());
      floods.subscribe(settings, "EMAIL", "reader@example.org");
      floods.subscribe(
          settings, "WEBHOOK", "http://127.0.0.1:" + hook.getAddress().getPort() + "/hook");
      marsad.await("the request to confirm", LIMIT, () -> !accepted.isEmpty());
      marsad.await("the mail to confirm", LIMIT, () -> !floods.mail().texts().isEmpty());
      FloodAlerts.confirm(marsad, accepted.get(0).body().get("links").get("CONFIRM").asText());
      FloodAlerts.confirm(marsad, floods.mail().texts().get(0));
      marsad.terminate();
    }
  }

  private MarsadProcess run(Path settings) throws IOException {
    return MarsadProcess.start(
        folder,
        "run",
        "--config",
        settings.toString(),
        "--outlets",
        outlets().toString(),
        "--data",
        data(),
        "--port",
        "0");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** One outlet, which nobody can reach. */
  private Path outlets() throws IOException {
    return Files.writeString(
        folder.resolve("outlets.yaml"),
        """
        outlets:
          - id: outlet-a
            name: Outlet A
            language: en
            home: http://127.0.0.1:1/
            region: national
            kind: news-site
            status: listed
            feeds:
              - url: http://127.0.0.1:1/feed
        """);
  }

  /** Whether an alert that was tried is in this state. */
  private static boolean has(MarsadProcess marsad, String state) {
    Matcher index = ELASTICSEARCH.matcher(marsad.err());
    String tried =
        "/marsad-deliveries/_count?q=NOT%20stepKey:confirmation%20AND%20attempts:%5B1%20TO%20*%5D"
            + "%20AND%20state:"
            + state;
    try {
      return index.find() && json(index.group(1) + tried).path("count").asLong() > 0;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static JsonNode json(String url) throws IOException {
    return Json.MAPPER.readTree(MarsadProcess.get(url));
  }
}
