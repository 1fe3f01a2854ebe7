// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.samples.Chromium;
import org.marsad.dashboards.samples.SampleDashboard;
import org.marsad.dashboards.samples.SampleIndex;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.EmbeddedNode;
import org.marsad.index.IndexConnection;

/**
 * How soon pages are there, as Chromium itself tells it: for each page the medians of a few visits
 * on loopback, each with an empty cache, at 1,280 by 800. Prints a table; asserts nothing.
 *
 * <p>Blocking is what tasks of the page's thread took beyond 50 ms each, as in Lighthouse; shifts
 * are the layout instability score of the whole visit (web.dev/articles/cls), which Lighthouse
 * calls good up to 0.1.
 */
public final class PageSpeedBenchmark {
  private static final int VISITS = 7;

  /** What is looked at, with what shows that its contents have come. */
  private static final Map<String, String> PAGES =
      Map.of(
          "/", ".ranks, .plot svg",
          "/trends", ".rows-plot svg",
          "/search?q=migrants&relevant=true", ".results article",
          "/documents/masked", ".document .text",
          "/map?relevant=true", ".plot.map svg");

  private static final String OBSERVE =
      """
      window.seen = {largest: 0, shifts: 0, blocking: 0};
      new PerformanceObserver((list) => list.getEntries().forEach((one) => {
        seen.largest = one.startTime;
      })).observe({type: 'largest-contentful-paint', buffered: true});
      new PerformanceObserver((list) => list.getEntries().forEach((one) => {
        if (!one.hadRecentInput) seen.shifts += one.value;
      })).observe({type: 'layout-shift', buffered: true});
      new PerformanceObserver((list) => list.getEntries().forEach((one) => {
        seen.blocking += one.duration - 50;
      })).observe({type: 'longtask', buffered: true});
      """;

  private static final String TOLD =
      """
      () => {
        const loads = [...performance.getEntriesByType('navigation'),
          ...performance.getEntriesByType('resource')];
        return [performance.getEntriesByName('first-contentful-paint')[0].startTime, seen.largest,
          seen.shifts, seen.blocking, loads.reduce((sum, one) => sum + one.transferSize, 0),
          loads.length];
      }
      """;

  private PageSpeedBenchmark() {}

  /**
   * One visit. Times are milliseconds since it began.
   *
   * @param contents when what the page is about was there
   */
  private record Visit(
      double first,
      double largest,
      double contents,
      double shifts,
      double blocking,
      double bytes,
      double requests) {}

  public static void main(String[] arguments) throws IOException {
    Path data = Files.createTempDirectory("marsad-pages");
    try (EmbeddedNode node = EmbeddedNode.start(EmbeddedIndex.HOME, data, 0);
        IndexConnection connection = IndexConnection.open(node.url(), null)) {
      connection.installTemplates();
      SampleIndex.fill(connection);
      try (DashboardServer server =
              SampleDashboard.start(
                  connection, new DashboardSettings("127.0.0.1", 0, data.resolve("audit.jsonl")));
          Chromium chromium = Chromium.launch()) {
        System.out.println(
            "| page | first paint | largest paint | contents | shifts | blocking | bytes | requests"
                + " |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        PAGES.keySet().stream()
            .sorted()
            .forEach(path -> System.out.println(row(path, visits(chromium, server, path))));
      }
    }
  }

  private static List<Visit> visits(Chromium chromium, DashboardServer server, String path) {
    List<Visit> visits = new ArrayList<>();
    // The first is not counted: the server and Elasticsearch warm up in it.
    for (int at = 0; at <= VISITS; at++) {
      try (BrowserContext fresh =
          chromium
              .browser()
              .newContext(new Browser.NewContextOptions().setViewportSize(1280, 800))) {
        fresh.addInitScript(OBSERVE);
        Visit visit = visit(fresh.newPage(), server.address().resolve(path).toString(), path);
        if (at > 0) {
          visits.add(visit);
        }
      }
    }
    return visits;
  }

  private static Visit visit(Page page, String address, String path) {
    page.navigate(address);
    page.locator(PAGES.get(path)).first().waitFor();
    double contents = number(page.evaluate("performance.now()"));
    page.waitForLoadState(LoadState.NETWORKIDLE);
    List<?> told = (List<?>) page.evaluate(TOLD);
    return new Visit(
        number(told.get(0)),
        number(told.get(1)),
        contents,
        number(told.get(2)),
        number(told.get(3)),
        number(told.get(4)),
        number(told.get(5)));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  private static String row(String path, List<Visit> visits) {
    return String.format(
        Locale.ROOT,
        "| `%s` | %.0f ms | %.0f ms | %.0f ms | %.3f | %.0f ms | %,.0f | %.0f |",
        path,
        median(visits, Visit::first),
        median(visits, Visit::largest),
        median(visits, Visit::contents),
        median(visits, Visit::shifts),
        median(visits, Visit::blocking),
        median(visits, Visit::bytes),
        median(visits, Visit::requests));
  }

  private static double median(List<Visit> visits, ToDoubleFunction<Visit> figure) {
    return visits.stream().mapToDouble(figure).sorted().skip(VISITS / 2).findFirst().orElseThrow();
  }
}
