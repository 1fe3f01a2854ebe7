// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.marsad.dashboards.DashboardServer;
import org.marsad.model.Morocco;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long the dashboard takes to answer many people over many documents. */
@Command(
    name = "dashboard",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Lets people use the dashboard's API at the same time over an index with many documents, then",
      "Elasticsearch alone with the barest requests to the same ends, and prints how long the",
      "answers took; then exports documents and prints the rate and the heap."
    },
    footer = {
      "",
      "The index is a fresh one in a temporary folder. Filling it takes some minutes and is not",
      "counted; neither is a first, shorter round.",
      "",
      "Example: ./marsad benchmark dashboard --documents 1000000 --users 20"
    })
final class DashboardBenchmarkCommand implements Callable<Integer> {
  private static final int DAYS = 365;
  private static final int MOST_WARM_UP_SECONDS = 30;

  @Option(
      names = "--documents",
      paramLabel = "N",
      description = "How many documents (default: ${DEFAULT-VALUE}).",
      defaultValue = "1000000")
  int documents;

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "How many people at the same time (default: ${DEFAULT-VALUE}).",
      defaultValue = "20")
  int users;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "For how long they ask (default: ${DEFAULT-VALUE}).",
      defaultValue = "120")
  int seconds;

  @Option(
      names = "--look",
      paramLabel = "MILLISECONDS",
      description =
          "How long somebody looks at an answer on average, before the next request"
              + " (default: ${DEFAULT-VALUE}).",
      defaultValue = "2000")
  int look;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "How many rows are exported (default: ${DEFAULT-VALUE}).",
      defaultValue = "100000")
  int rows;

  @Override
  public Integer call() throws Exception {
    if (documents < 1_000 || users < 1 || seconds < 1 || look < 0 || rows < 1) {
      throw new Remedy("give at least 1000 --documents, one of --users, --seconds and --rows");
    }
    Path folder = Files.createTempDirectory("marsad-benchmark");
    try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
      Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
      try (LocalIndex index = LocalIndex.open(new IndexOptions(), data)) {
        FilledIndex.fill(index, data, folder, documents, end, Duration.ofDays(DAYS));
      }
      // Started again, the node knows how much it holds.
      try (LocalIndex index = LocalIndex.open(new IndexOptions(), data);
          DashboardServer dashboard = MeasuredDashboard.start(index, data)) {
        LocalDate last = LocalDate.ofInstant(end, Morocco.TIME);
        load(dashboard.address(), index.address().url(), last);
        export(dashboard.address());
      }
      return ExitStatus.OK;
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  private void load(URI dashboard, URI index, LocalDate last) throws Exception {
    PageLoad people = new PageLoad(users, Duration.ofMillis(look));
    PageRequests pages = new PageRequests(dashboard, last, DAYS, documents);
    BareRequests bare = new BareRequests(index, last, DAYS);
    people.run(
        PageRequests.KINDS,
        pages::make,
        Duration.ofSeconds(Math.min(MOST_WARM_UP_SECONDS, seconds)));
    Map<String, double[]> asked =
        people.run(PageRequests.KINDS, pages::make, Duration.ofSeconds(seconds));
    Map<String, double[]> alone =
        people.run(BareRequests.KINDS, bare::make, Duration.ofSeconds(Math.max(1, seconds / 4)));
    Terminal.out()
        .printf(
            Locale.ROOT,
            "%d documents, %d people, %d ms between an answer and the next request%n%n",
            documents,
            users,
            look);
    Terminal.out().println("| request | answers | median ms | 95 % ms | 99 % ms | longest ms |");
    Terminal.out().println("|---|--:|--:|--:|--:|--:|");
    print(PageRequests.KINDS, asked);
    print(BareRequests.KINDS, alone);
  }

  private static void print(List<String> kinds, Map<String, double[]> times) {
    for (String kind : kinds) {
      double[] sorted = times.getOrDefault(kind, new double[0]);
      if (sorted.length > 0) {
        Terminal.out()
            .printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %.0f | %.0f |%n",
                kind,
                sorted.length,
                quantile(sorted, 0.5),
                quantile(sorted, 0.95),
                quantile(sorted, 0.99),
                sorted[sorted.length - 1]);
      }
    }
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.ceil((sorted.length - 1) * share)];
  }

  /** Reads as many rows as are asked for, or all, and keeps none. */
  private void export(URI dashboard) throws IOException, InterruptedException {
    PeakHeap.reset();
    long started = System.nanoTime();
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(dashboard.resolve("/api/export.csv")).build(),
                BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IOException("the export is answered with " + answer.statusCode());
    }
    long read = 0;
    long early = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      while (read < rows && lines.readLine() != null) {
        read++;
        if (read == rows / 10) {
          early = PeakHeap.bytes();
        }
      }
    }
    Terminal.out()
        .printf(
            Locale.ROOT,
            "%nAn export of %d rows: %.0f rows a second; at most %d MB of heap at a tenth of it, %d"
                + " at its end.%n",
            read,
            read / ((System.nanoTime() - started) / 1e9),
            early >> 20,
            PeakHeap.bytes() >> 20);
  }
}
