// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marsad.dashboards.DashboardParts;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.accounts.AccountParts;
import org.marsad.dashboards.sources.KnownOutlet;
import org.marsad.dashboards.status.JobCounters;
import org.marsad.dashboards.status.StatusApi;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexConnection;
import org.marsad.index.accounts.AccountIndex;
import org.marsad.index.feedback.FeedbackIndex;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.Gauges;
import org.marsad.index.retention.RetentionLog;
import org.marsad.index.trend.TrendQueries;

/**
 * The dashboard over the sample documents, for looking at the pages while changing them: run this
 * from the IDE, then open http://127.0.0.1:8080. Ends with the Enter key.
 */
public final class SampleDashboard {
  private static final List<KnownOutlet> OUTLETS =
      List.of(
          new KnownOutlet(
              "outlet-a",
              "Outlet A (fictif)",
              true,
              false,
              List.of("fr"),
              "https://outlet-a.example/",
              List.of()),
          known("b", "ar", "fr"),
          known("c", "fr"),
          known("d", "ar"),
          new KnownOutlet(
              "outlet-shut",
              "Outlet Shut",
              false,
              true,
              List.of("ar"),
              "https://outlet-shut.example/",
              List.of(
                  new KnownOutlet.Refusal(
                      "https://outlet-shut.example/feed", LocalDate.of(2026, 2, 1), "HTTP 403"))));

  private SampleDashboard() {}

  private static KnownOutlet known(String letter, String... languages) {
    return new KnownOutlet(
        "outlet-" + letter,
        "Outlet " + letter.toUpperCase(Locale.ROOT),
        false,
        false,
        List.of(languages),
        "https://outlet-" + letter + ".example/",
        List.of());
  }

  public static void main(String[] arguments) throws IOException {
    Path data = Files.createTempDirectory("marsad-sample");
    try (EmbeddedNode node = EmbeddedNode.start(EmbeddedIndex.HOME, data, 0);
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      connection.installTemplates();
      SampleIndex.fill(connection);
      int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080;
      try (DashboardServer server =
          start(
              connection, new DashboardSettings("127.0.0.1", port, data.resolve("audit.jsonl")))) {
        System.out.println(server.address());
        int end = System.in.read();
        System.out.println(end < 0 ? "The input has ended." : "Stopped.");
      }
    }
  }

  public static DashboardServer start(IndexConnection connection, DashboardSettings settings) {
    Instant since = Instant.now().minusSeconds(8_000);
    return DashboardServer.start(
        settings,
        new DashboardParts(
            new DocumentQueries(connection),
            new TrendQueries(connection, SampleAssessments.ERRORS),
            OUTLETS,
            SampleAlerts.parts(connection),
            AccountParts.of(new AccountIndex(connection), Clock.systemUTC()),
            new FeedbackIndex(connection),
            new RetentionLog(connection),
            new Gauges(connection, StatusApi.PATIENCE),
            () -> new JobCounters("RUNNING", since, counts(), null)));
  }

  private static Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("read", 1_204L);
    counts.put("indexed", 1_150L);
    counts.put("duplicates", 52L);
    counts.put("rejected", 2L);
    return counts;
  }
}
