// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.marsad.demo.DemoArchive;
import org.marsad.model.Morocco;

/** The demo as a program of its own, all of its documents in, and a browser to look at it with. */
final class DemoInBrowser implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(8);
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int OUTLETS = 10;

  private final MarsadProcess marsad;
  private final Chromium browser;

  private DemoInBrowser(MarsadProcess marsad, Chromium browser) {
    this.marsad = marsad;
    this.browser = browser;
  }

  static DemoInBrowser start(Path folder) throws Exception {
    Chromium.assumeInstalled();
    long all = DemoArchive.generate(LocalDate.now(Morocco.TIME).minusDays(1)).labels().size();
    MarsadProcess marsad =
        MarsadProcess.start(
            folder,
            "demo",
            "--data",
            folder.resolve("data").toString(),
            "--port",
            "0",
            "--outlet-port",
            String.valueOf(freePorts()));
    try {
      marsad.await("all documents", LIMIT, () -> marsad.indexedSoFar() >= all);
      marsad.await("a first alert", LIMIT, () -> hasAlert(marsad));
      return new DemoInBrowser(marsad, new Chromium());
    } catch (Exception | AssertionError e) {
      marsad.close();
      throw e;
    }
  }

  Page page(String path) {
    Page page = browser.page();
    go(page, path);
    return page;
  }

  void go(Page page, String path) {
    page.navigate(LiveSystemTest.dashboard(marsad) + path.substring(1));
  }

  static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  private static boolean hasAlert(MarsadProcess marsad) {
    try {
      JsonNode found = LiveSystemTest.json(LiveSystemTest.dashboard(marsad) + "api/incidents");
      return !found.get("incidents").isEmpty();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The first of some ports that nobody listens on, one after the other. */
  private static int freePorts() {
    for (int first = 21_000; first < 29_000; first += OUTLETS) {
      if (areFree(first)) {
        return first;
      }
    }
    throw new AssertionError("no ports are free");
  }

  private static boolean areFree(int first) {
    for (int port = first; port < first + OUTLETS; port++) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        socket.setReuseAddress(true);
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws InterruptedException {
    browser.close();
    marsad.close();
  }
}
