// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The browser of this computer. */
final class Chromium implements AutoCloseable {
  private static final Path PROGRAM =
      Path.of(System.getenv().getOrDefault("MARSAD_CHROMIUM", "/usr/bin/chromium"));

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  /** Skips the test where there is none. */
  static void assumeInstalled() {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM),
        () ->
            "No Chromium at "
                + PROGRAM
                + ": install it (apt-get install chromium) or set MARSAD_CHROMIUM to it");
  }

  Page page() {
    return page(new Browser.NewPageOptions());
  }

  /**
   * @param options without a language, which is English
   */
  Page page(Browser.NewPageOptions options) {
    Page page = browser.newPage(options.setLocale("en-GB"));
    page.setDefaultTimeout(60_000);
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
