// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the three readers whom Marsad is made for come for, over the demo's whole system. */
class JourneysTest {
  @TempDir static Path folder;
  private static DemoInBrowser demo;

  @BeforeAll
  static void start() throws Exception {
    demo = DemoInBrowser.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (demo != null) {
      demo.close();
    }
  }

  @Test
  void anAnalystComparesTwoCitiesExplainsARiseAndTakesTheFiguresAlong() throws Exception {
    Page page = demo.page("/trends?ui=en");
    page.locator("#trend-compare").selectOption("place");
    page.locator("#with-1").selectOption("casablanca");
    page.locator("#with-2").selectOption("tangier");
    page.locator("#trend-show").click();
    page.locator("#differences").waitFor();
    assertThat(page.locator("#differences").textContent())
        .contains("Casablanca", "percentage points");

    demo.go(page, "/trends?ui=en&interval=week");
    Locator plot = page.locator(".rows-plot").first();
    plot.waitFor();
    page.mouse().move(0, 0);
    mark(page, plot, 9);
    page.locator("#take-before").click();
    mark(page, plot, 2);
    page.locator("#take-after").click();
    page.locator("#explain").click();
    page.locator("#change-sum").waitFor();
    assertThat(page.locator("#change").textContent()).contains("All others");
    DemoInBrowser.shoot(page, "journey-analyst");

    Download figures =
        page.waitForDownload(() -> page.locator(".downloads a[download]").first().click());
    assertThat(Files.readString(figures.path())).contains("hostileShareCorrected");
    page.close();
  }

  /** Four weeks that begin so many columns before the last. */
  private static void mark(Page page, Locator plot, int back) {
    plot.focus();
    page.keyboard().press("End");
    for (int at = 0; at < back; at++) {
      page.keyboard().press("ArrowLeft");
    }
    page.keyboard().down("Shift");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    page.keyboard().up("Shift");
  }

  @Test
  void aJournalistFindsAWordInEveryScriptAndCitesWhatWasSaid() throws Exception {
    Page page = demo.page("/search?ui=en");
    page.locator("#field-q").fill("مهاجرين");
    page.locator("#field-q").press("Enter");
    Locator latin = page.locator(".results mark", new Page.LocatorOptions().setHasText("migrant"));
    latin.first().waitFor();
    page.locator(".results h2 a").first().click();
    page.locator("#citation").waitFor();
    assertThat(page.locator("#citation").textContent()).contains("SHA-256");
    Download pack =
        page.waitForDownload(() -> page.locator("a[href$='/citation']").first().click());
    assertThat(Files.readString(pack.path()))
        .contains("\"contentHash\"", "\"captured\"", "./marsad cite ");
    DemoInBrowser.shoot(page, "journey-journalist");
    page.close();
  }

  @Test
  void anAdvocateMakesARuleSeesWhatItWouldHaveDoneAndAcknowledgesAnAlert() {
    Page page = demo.page("/search?ui=en&stance=HOSTILE&relevant=true");
    page.locator(".results article").first().waitFor();
    page.locator("a[href*='/alerts/rules?']").first().click();
    page.locator("#rule-name-en").fill("Hostility, all of it");
    page.locator("#preview").click();
    page.locator(".answer").waitFor();
    page.locator("#save").click();
    page.waitForURL("**/alerts/rules/hostility-all-of-it-*");

    demo.go(page, "/alerts?ui=en");
    page.locator(".incidents article a").first().click();
    page.locator("#verdict-ACKNOWLEDGED").click();
    page.locator("#verdict-ACKNOWLEDGED[aria-pressed=true]").waitFor();
    DemoInBrowser.shoot(page, "journey-advocate");
    page.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void theFirstPageIsWholeInEveryLanguage(String language) {
    Page page = demo.page("/?ui=" + language);
    page.locator(".plot svg").first().waitFor();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    DemoInBrowser.shoot(page, "demo-" + language);
    page.close();
  }
}
