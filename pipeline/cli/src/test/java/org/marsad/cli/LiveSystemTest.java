// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.demo.DemoArchive;
import org.marsad.demo.Outlet;
import org.marsad.demo.OutletServer;
import org.marsad.model.Json;

/**
 * The whole program over the fictional outlets: polled, classified, searchable; killed, resumed.
 */
class LiveSystemTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Pattern DASHBOARD = Pattern.compile("Dashboard      (http\\S+)");

  @TempDir Path folder;

  @Test
  void pollsEverythingOnceEvenThroughAKill() throws Exception {
    DemoArchive archive = DemoArchive.generate(LocalDate.of(2026, 6, 30));
    long all = archive.labels().size();
    try (OutletServer outlets = OutletServer.start(archive, 0)) {
      Path catalogue = outlets.writeCatalogue(folder.resolve("outlets.yaml"));
      String[] run = {
        "run",
        "--data",
        folder.resolve("data").toString(),
        "--outlets",
        catalogue.toString(),
        "--port",
        "0"
      };
      try (MarsadProcess marsad = MarsadProcess.start(folder, run)) {
        marsad.await("first documents", LIMIT, () -> marsad.indexedSoFar() > all / 4);
        marsad.kill();
      }
      try (MarsadProcess marsad = MarsadProcess.start(folder, run)) {
        marsad.await("a running job", LIMIT, () -> isRunning(marsad));
        marsad.await("all documents", LIMIT, () -> marsad.indexedSoFar() >= all);
        assertThat(marsad.indexedSoFar()).isEqualTo(all);
        assertSearchable(marsad, archive);
        marsad.terminate();
      }
    }
  }

  private static void assertSearchable(MarsadProcess marsad, DemoArchive archive)
      throws IOException {
    String dashboard = dashboard(marsad);
    JsonNode found = json(dashboard + "api/search?relevant=true");
    assertThat(found.get("total").asLong()).isPositive();
    JsonNode sources = json(dashboard + "api/sources");
    for (Outlet outlet : archive.outlets()) {
      assertThat(sources.toString()).contains(outlet.id());
    }
  }

  /**
   * All documents may be there before the page is, since the first start had taken most of them.
   */
  private static boolean isRunning(MarsadProcess marsad) {
    if (!DASHBOARD.matcher(marsad.err()).find()) {
      return false;
    }
    try {
      return json(dashboard(marsad) + "api/status").toString().contains("RUNNING");
    } catch (IOException notYet) {
      return false;
    }
  }

  static String dashboard(MarsadProcess marsad) {
    Matcher url = DASHBOARD.matcher(marsad.err());
    assertThat(url.find()).as(marsad.err()).isTrue();
    return url.group(1);
  }

  static JsonNode json(String url) throws IOException {
    return Json.MAPPER.readTree(MarsadProcess.get(url));
  }
}
