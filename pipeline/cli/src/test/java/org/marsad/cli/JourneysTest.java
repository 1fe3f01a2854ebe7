// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.model.Morocco;

/** What the three readers whom Marsad is made for come for, over the demo's whole system. */
class JourneysTest {
  private static final String RULE = "Hostility, all of it";
  private static final Pattern CONFIRMATION =
      Pattern.compile("http\\S+/subscriptions/confirm\\?code=[^\\s<>\"]+");
  private static final Pattern INCIDENT = Pattern.compile("http\\S+/alerts/[^\\s<>\"#]+");

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
    Page page = demo.page("/trends?ui=en&interval=month");
    page.locator("#trend-compare").selectOption("place");
    page.locator("#with-1").selectOption("casablanca");
    page.locator("#with-2").selectOption("tangier");
    page.locator("#trend-show").click();
    page.locator("#differences").waitFor();
    assertThat(page.locator("#differences").textContent())
        .contains("Casablanca", "percentage points");
    Map<String, Set<String>> months = new HashMap<>();
    for (String[] row : figures(page)) {
      months.computeIfAbsent(row[0], city -> new HashSet<>()).add(row[1]);
    }
    assertThat(months).containsOnlyKeys("casablanca", "tangier");
    assertThat(months.values()).allMatch(heard -> heard.size() >= 6);
    demo.shoot(page, "journey-analyst-compares");

    demo.go(page, "/trends?ui=en&interval=week");
    Locator plot = page.locator(".rows-plot").first();
    plot.waitFor();
    page.mouse().move(0, 0);
    mark(page, plot, 10);
    page.locator("#take-before").click();
    mark(page, plot, 6);
    page.locator("#take-after").click();
    page.locator("#explain").click();
    page.locator("#change-sum").waitFor();
    assertThat(page.locator("#change").textContent()).contains("All others", "Casablanca");
    assertThat(page.locator("#change-sum").textContent()).contains("+");
    demo.shoot(page, "journey-analyst-explains");
    assertThat(figures(page)).hasSizeGreaterThanOrEqualTo(26);
    page.close();
  }

  /** The rows of the CSV beside the first chart, without its head. */
  private static List<String[]> figures(Page page) throws IOException {
    Download figures =
        page.waitForDownload(() -> page.locator(".downloads a[download]").first().click());
    List<String> lines = Files.readAllLines(figures.path());
    assertThat(lines.get(0)).contains("hostileShareCorrected");
    return lines.stream().skip(1).map(line -> line.split(",")).toList();
  }

  /** Marks three weeks, of which the first begins so many columns before the last. */
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
  void aJournalistFindsAPhraseInEveryScriptAndCitesWhatWasSaid() throws Exception {
    Page page = demo.page("/search?ui=en");
    page.locator("#field-q").fill("\"مهاجرين جنوب الصحراء\"");
    page.locator("#field-q").press("Enter");
    Locator latin = page.locator(".results mark", new Page.LocatorOptions().setHasText("migrant"));
    latin.first().waitFor();
    demo.shoot(page, "journey-journalist-searches");
    page.locator(".results h2 a").first().click();
    page.locator("#citation").waitFor();
    assertThat(page.locator("#citation").textContent()).contains("SHA-256");
    Download pack =
        page.waitForDownload(() -> page.locator("a[href$='/citation']").first().click());
    assertThat(Files.readString(pack.path()))
        .contains("\"contentHash\"", "\"captured\"", "./marsad cite ");
    demo.shoot(page, "journey-journalist-cites");
    page.close();
  }

  @Test
  void anAdvocateMakesARuleSeesWhatItWouldHaveDoneAndAcknowledgesWhatTheMailTells()
      throws Exception {
    Page page = demo.page("/search?ui=en&stance=HOSTILE&relevant=true");
    page.locator(".results article").first().waitFor();
    page.locator("a[href*='/alerts/rules?']").first().click();
    page.locator("#rule-name-en").fill(RULE);
    page.locator("#preview").click();
    page.locator(".answer").waitFor();
    assertThat(page.locator(".answer").textContent())
        .contains("It would have fired")
        .doesNotContain(" 0 times");
    demo.shoot(page, "journey-advocate-drafts");
    page.locator("#save").click();
    page.waitForURL("**/alerts/rules/hostility-all-of-it-*");
    String rule = page.url().replaceFirst(".*/([^/?]+).*", "$1");

    demo.go(page, "/alerts/subscriptions?ui=en");
    page.locator("#new-address").fill("advocate@example.org");
    page.locator("#new-rule-" + rule).check();
    page.locator("#subscribe").click();
    page.locator("form .notice").waitFor();
    page.navigate(demo.mailed(CONFIRMATION));
    page.locator("#confirm").click();
    page.locator("[aria-live] .notice").waitFor();
    demo.go(page, "/alerts/subscriptions?ui=en");
    page.locator("td", new Page.LocatorOptions().setHasText("Confirmed")).waitFor();
    demo.shoot(page, "journey-advocate-subscribes");

    demo.judge();
    page.navigate(demo.mailed(INCIDENT));
    page.locator("h1", new Page.LocatorOptions().setHasText(RULE)).waitFor();
    page.locator("#verdict-ACKNOWLEDGED").click();
    page.locator("#verdict-ACKNOWLEDGED[aria-pressed=true]").waitFor();
    assertThat(page.locator("#verdict-by").textContent())
        .contains("Acknowledged by", "somebody at this computer")
        .contains(String.valueOf(LocalDate.now(Morocco.TIME).getYear()));
    demo.shoot(page, "journey-advocate-acknowledges");
    page.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void theFirstPageIsWholeInEveryLanguage(String language) {
    Page page = demo.page("/?ui=" + language);
    page.locator(".plot svg").first().waitFor();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    page.close();
  }
}
