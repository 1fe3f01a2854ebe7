// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /** What there is more of a day, and what of it volume and share make. */
  private static final Pattern SUM =
      Pattern.compile(" later: ([+-][\\d.]+) a day\\. Of these, (\\S+) since .*, (\\S+) since ");

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
    String share = ": hostile share over all these days ";
    // Fewer readers write from Tangier than may be told of, at least on most days of the demo.
    String told = "([\\d.]+% \\([\\d.]+% to [\\d.]+%\\)|cannot be told: fewer than five people)";
    assertThat(page.locator("#differences").textContent())
        .containsPattern("Casablanca" + share + "[\\d.]+% \\([\\d.]+% to [\\d.]+%\\)")
        .containsPattern("Tangier" + share + told)
        .containsPattern("Casablanca against Tangier: (\\S+ percentage points|not known)");
    List<Map<String, String>> compared = figures(page);
    for (String city : List.of("casablanca", "tangier")) {
      assertThat(compared.stream().filter(row -> city.equals(row.get("series"))))
          .as(city)
          .hasSizeGreaterThanOrEqualTo(6);
    }
    assertThat(Files.readString(download(page, "[data-download=svg]")))
        .contains("<svg", "Casablanca", "Tangier");
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
    Matcher sum = SUM.matcher(page.locator("#change-sum").textContent());
    assertThat(sum.find()).as(page.locator("#change-sum").textContent()).isTrue();
    assertThat(figure(sum, 1)).isPositive();
    assertThat(figure(sum, 2) + figure(sum, 3)).isCloseTo(figure(sum, 1), within(0.11));
    assertThat(page.locator("#change").textContent())
        .contains("What carries it, by Source")
        .contains("What carries it, by Group spoken about")
        .contains("What carries it, by Frame")
        .contains("What carries it, by Place")
        .contains("All others", "Casablanca");
    demo.shoot(page, "journey-analyst-explains");
    List<Map<String, String>> weeks = figures(page);
    assertThat(weeks).hasSizeGreaterThanOrEqualTo(26);
    assertThat(LocalDate.parse(weeks.get(0).get("from")))
        .isBefore(LocalDate.now(Morocco.TIME).minusDays(175));
    page.close();
  }

  /** The rows of the CSV beside the first chart, by the names of its columns. */
  private static List<Map<String, String>> figures(Page page) throws IOException {
    List<String[]> lines =
        Files.readAllLines(download(page, ".downloads a[download]")).stream()
            .map(line -> line.replaceFirst("^\uFEFF", "").split(",", -1))
            .toList();
    return lines.stream()
        .skip(1)
        .map(
            line ->
                IntStream.range(0, line.length)
                    .boxed()
                    .collect(Collectors.toMap(at -> lines.get(0)[at], at -> line[at])))
        .toList();
  }

  private static Path download(Page page, String button) {
    return page.waitForDownload(() -> page.locator(button).first().click()).path();
  }

  private static double figure(Matcher sum, int group) {
    return Double.parseDouble(sum.group(group));
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
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.locator("#field-q").fill("\"مهاجرين جنوب الصحراء\"");
    page.locator("#field-q").press("Enter");
    Locator latin = page.locator("mark", new Page.LocatorOptions().setHasText("migrant"));
    latin.first().waitFor();
    assertThat(page.locator(".results mark").allTextContents())
        .contains("الصحراء")
        .anyMatch(mark -> mark.toLowerCase(Locale.ROOT).startsWith("subsahar"));
    demo.shoot(page, "journey-journalist-searches");
    page.locator("#field-synonyms").uncheck();
    page.locator("#field-q").press("Enter");
    page.waitForURL(url -> !url.contains("synonyms"));
    page.waitForCondition(() -> latin.count() == 0);

    page.goBack();
    latin.first().waitFor();
    Locator found = page.locator(".results article", new Page.LocatorOptions().setHas(latin));
    String marked = found.first().locator("mark").first().textContent();
    found.first().locator("h2 a").click();
    page.locator("#citation").waitFor();
    assertThat(page.locator("article.document").textContent()).contains(marked);
    assertThat(page.locator("#citation").textContent()).contains("SHA-256");
    page.locator("#copy-citation").click();
    page.locator(".citation [role=status]:not(:empty)").waitFor();
    String copied = String.valueOf(page.evaluate("navigator.clipboard.readText()"));
    assertThat(copied)
        .isEqualTo(page.locator("#citation").textContent().replaceAll("[\u2066-\u2069]", ""))
        .containsPattern("http://127\\.0\\.0\\.1:\\d+/\\S+")
        .containsPattern("SHA-256 [0-9a-f]{64}$");
    assertThat(Files.readString(download(page, "a[href$='/citation']")))
        .contains("\"contentHash\"", "\"captured\"", "./marsad cite ")
        .contains(copied.replaceFirst(".* ", ""));
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
    page.reload();
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
