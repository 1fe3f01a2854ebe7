// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.marsad.demo.DemoArchive;
import org.marsad.model.Morocco;

/**
 * The demo as a program of its own, all of its documents in, with a mail server, and a browser to
 * look at it with. Its alerts wait until {@link #judge}, so that whoever wants to hear of them can
 * ask for it before.
 */
final class DemoInBrowser implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(8);
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int OUTLETS = 10;
  private static final int WIDE = 1_280;
  private static final int NARROW = 390;
  private static final int HIGH = 900;

  private final Path folder;

  /** The dashboard's; the ten after it are the outlets'. */
  private final int port = freePorts();

  private final MailServer mail = MailServer.start();
  private final Chromium browser = new Chromium();
  private MarsadProcess marsad;

  private DemoInBrowser(Path folder) throws IOException {
    this.folder = folder;
    this.marsad = run("12h");
  }

  static DemoInBrowser start(Path folder) throws Exception {
    Chromium.assumeInstalled();
    DemoInBrowser demo = new DemoInBrowser(folder);
    try {
      long all = DemoArchive.generate(LocalDate.now(Morocco.TIME).minusDays(1)).labels().size();
      demo.marsad.await("all documents", LIMIT, () -> demo.marsad.indexedSoFar() >= all);
      return demo;
    } catch (Exception | AssertionError e) {
      demo.close();
      throw e;
    }
  }

  /** Starts the demo again, with alerts that are judged at once. */
  void judge() throws Exception {
    marsad.terminate();
    marsad = run("1s");
  }

  /** The first match in a mail that has come or is to come. */
  String mailed(Pattern pattern) throws InterruptedException {
    marsad.await("a mail with " + pattern, LIMIT, () -> mail.find(pattern).isPresent());
    return mail.find(pattern).orElseThrow();
  }

  Page page(String path) {
    return page(path, new Browser.NewPageOptions());
  }

  private Page page(String path, Browser.NewPageOptions options) {
    Page page = browser.page(options);
    go(page, path);
    return page;
  }

  void go(Page page, String path) {
    page.navigate("http://127.0.0.1:" + port + path);
  }

  /** What the page's address shows, in all languages, on a wide light and a narrow dark screen. */
  void shoot(Page shown, String name) {
    String path =
        shown.url().replaceFirst("^http://[^/]+", "").replaceFirst("(?<=[?&])ui=[a-z]+&?", "");
    for (String language : List.of("en", "fr", "ar")) {
      String asked = path + (path.contains("?") ? "&" : "?") + "ui=" + language;
      shoot(asked, name + "-" + language + "-wide", WIDE, ColorScheme.LIGHT);
      shoot(asked, name + "-" + language + "-narrow", NARROW, ColorScheme.DARK);
    }
  }

  private void shoot(String path, String name, int width, ColorScheme scheme) {
    Page page =
        page(
            path, new Browser.NewPageOptions().setColorScheme(scheme).setViewportSize(width, HIGH));
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    page.close();
  }

  /**
   * @param late how long after its end a day is judged, and after a start
   */
  private MarsadProcess run(String late) throws IOException {
    Path shipped = ShippedConfiguration.settingsOr(null);
    Files.writeString(
        folder.resolve("rules.yaml"), Files.readString(shipped.resolveSibling("rules.yaml")));
    Path settings =
        Files.writeString(
            folder.resolve("marsad.yaml"),
            Files.readString(shipped)
                    .replace("127.0.0.1:8080\n", "127.0.0.1:" + port + "\n")
                    .replace("late: 30m", "late: " + late)
                    .replace("dispatch-every: 10s", "dispatch-every: 1s")
                    .replace("settle: 10m", "settle: 1s")
                + mail.settings());
    return MarsadProcess.start(
        folder,
        "demo",
        "--config",
        settings.toString(),
        "--data",
        folder.resolve("data").toString(),
        "--port",
        String.valueOf(port),
        "--outlet-port",
        String.valueOf(port + 1));
  }

  /** The first of some ports that nobody listens on, one after the other. */
  private static int freePorts() {
    for (int first = 21_000; first < 29_000; first += 1 + OUTLETS) {
      if (areFree(first)) {
        return first;
      }
    }
    throw new AssertionError("no ports are free");
  }

  private static boolean areFree(int first) {
    for (int port = first; port <= first + OUTLETS; port++) {
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
    mail.close();
  }
}
