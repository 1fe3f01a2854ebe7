// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;

/** What a reader does, in a real browser. Screenshots are kept below target/screenshots. */
class PagesInBrowserTest {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String AXE = axe();
  private static final double PATIENCE_MILLIS = 60_000;

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();
  @TempDir static Path directory;

  private static Chromium chromium;
  private static DashboardServer server;

  private final List<String> errors = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void serve() {
    chromium = Chromium.launch();
    List<?> unused = new BulkWriter(INDEX.connection()).write(SampleDocuments.all());
    SampleAlerts.write(INDEX.connection());
    INDEX.refresh();
    server =
        SampleDashboard.start(
            INDEX.connection(),
            new DashboardSettings("127.0.0.1", 0, directory.resolve("audit.jsonl")));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    page = newPage(new Browser.NewPageOptions());
  }

  @AfterEach
  void close() {
    page.close();
    assertThat(errors).as("errors in the console").isEmpty();
  }

  private Page newPage(Browser.NewPageOptions options) {
    Page opened = chromium.browser().newPage(options.setLocale("en-GB"));
    opened.setDefaultTimeout(PATIENCE_MILLIS);
    opened.onPageError(errors::add);
    opened.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    return opened;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void showsEveryPageInEveryLanguage(String language) {
    visit("/", language, ".plot svg", "overview");
    visit("/search?q=migrants&relevant=true", language, ".results article", "search");
    visit("/documents/masked", language, ".text .evidence", "document");
    visit("/alerts", language, ".results article", "alerts");
    visit("/alerts/" + SampleAlerts.RISE, language, ".plot svg", "alert");
    visit("/alerts/" + SampleAlerts.ESCALATION, language, ".actions", "escalation");
    visit("/alerts/rules", language, ".results article", "rules");
    visit("/alerts/rules/" + SampleAlerts.RULE, language, ".decisions tbody tr", "rule");
    visit("/alerts/rules?new&stance=HOSTILE&place=casablanca", language, "#preview", "rule-form");
    visit("/alerts/subscriptions", language, "#subscribe", "subscriptions");
    visit("/subscriptions/unsubscribe?code=a.b", language, "#unsubscribe", "unsubscribe");
    visit("/sources", language, "tbody tr", "sources");
    visit("/rejections", language, "tbody tr", "rejections");
  }

  private void visit(String path, String language, String awaited, String name) {
    page.navigate(address(path + (path.contains("?") ? "&" : "?") + "ui=" + language));
    page.locator(awaited).first().waitFor();

    Locator html = page.locator("html");
    assertThat(html.getAttribute("lang")).isEqualTo(language);
    assertThat(html.getAttribute("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s in %s fits the window", path, language)
        .isEqualTo(true);
    assertThat(seriousFindings()).as("axe-core on %s in %s", path, language).isEmpty();
    shoot(name + "-" + language);
  }

  /** What axe-core finds that keeps people out. */
  private List<?> seriousFindings() {
    page.evaluate(AXE);
    return (List<?>)
        page.evaluate(
            "async () => (await axe.run()).violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).join(' | '))");
  }

  private static String axe() {
    try (InputStream in = PagesInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in, "axe").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void searchesNarrowsOpensAndComesBack() {
    page.navigate(address("/search?ui=en"));
    page.locator("#field-q").fill("migrants");
    page.locator("form.query button").click();
    page.locator(".results mark").first().waitFor();
    page.locator("#facet-stance-HOSTILE").check();
    page.locator(".chips li").nth(1).waitFor();
    page.waitForURL("**stance=HOSTILE**");
    page.locator(".results:not([aria-busy]) .badge.tone-hostile").first().waitFor();

    page.locator(".results h2 a").first().click();
    page.locator(".document .text").waitFor();
    page.goBack();
    page.locator(".results article").first().waitFor();

    assertThat(page.locator("#field-q").inputValue()).isEqualTo("migrants");
    assertThat(page.locator("#facet-stance-HOSTILE").isChecked()).isTrue();
  }

  @Test
  void makesAnAlertOfASearchSeesWhatItWouldHaveDoneAndSavesIt() {
    page.navigate(address("/search?stance=HOSTILE&relevant=true&from=2020-01-01&ui=en"));
    page.getByText("Make an alert of this search").click();
    page.locator("#rule-name-en").fill("Hostile texts");
    assertThat(page.locator("#rule-stance-HOSTILE").isChecked()).isTrue();
    assertThat(page.url()).doesNotContain("from=");
    page.locator("#preview").click();
    page.locator(".preview .answer").waitFor();

    assertThat(page.locator(".preview .answer").textContent())
        .startsWith("It would have fired")
        .contains("a month");
    assertThat(page.url()).contains("name-en=Hostile");
    assertThat(seriousFindings()).isEmpty();
    shoot("preview-en");

    page.locator("#save").click();
    page.waitForURL("**/alerts/rules/hostile-texts-*");
    page.locator(".decisions").waitFor();
    assertThat(page.locator("h1").textContent()).isEqualTo("Hostile texts");
    page.onDialog(Dialog::accept);
    page.locator("#delete").click();
    page.waitForURL("**/alerts/rules?ui=en");
  }

  @Test
  void saysWhetherAnAlertWasWorthItAndTakesItBack() {
    page.navigate(address("/alerts?ui=en"));
    page.getByText("Hostile comments, Casablanca").last().click();
    page.locator("#verdict-ACKNOWLEDGED").click();
    page.locator("#verdict-undo").waitFor();
    assertThat(page.locator("#verdict-ACKNOWLEDGED").getAttribute("aria-pressed"))
        .isEqualTo("true");
    assertThat(page.locator(".columns").textContent()).contains("Outlet A", "Casablanca");

    page.locator("#verdict-undo").click();
    page.locator("#verdict-undo")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    page.getByText("All documents of this rise").click();
    page.locator(".results article").first().waitFor();
    assertThat(page.url()).contains("place=casablanca", "from=", "to=");
    assertThat(page.locator(".chips").textContent()).contains("Place: Casablanca");
  }

  @Test
  void revealsOnlyWhenAsked() {
    page.navigate(address("/documents/masked?ui=en"));
    page.locator(".document .text").waitFor();
    assertThat(page.content().toLowerCase(Locale.ROOT)).doesNotContain(SampleDocuments.SLUR);

    page.locator(".notice button").click();
    page.locator("p.notice").waitFor();

    assertThat(page.locator(".document .text").textContent()).contains(SampleDocuments.SLUR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/search", "/documents/script", "/sources", "/rejections"})
  void saysOnEveryPageThatTheDemoIsFictional(String path) {
    page.navigate(address(path + "?ui=en"));

    page.locator(".fiction p").waitFor();
    assertThat(page.locator(".fiction").textContent()).contains("fictional");
  }

  @Test
  void showsWhoElseToldAStory() {
    page.navigate(address("/documents/report-41-1?ui=en"));
    page.getByText("2 outlets told this story in these words.").waitFor();
  }

  @Test
  void showsWhoRefusesAndWhatIsUndated() {
    page.navigate(address("/sources?ui=en"));
    page.locator(".ledger tbody tr").first().waitFor();
    assertThat(page.locator(".ledger").textContent())
        .contains("Outlet Shut", "HTTP 403", "1 Feb 2026", "Outlet C", "Disallow: /feed");

    page.navigate(address("/?ui=en"));
    page.locator(".undated").waitFor();
    assertThat(page.locator(".undated").textContent()).startsWith("1 document without a date");
  }

  @Test
  void showsMarkupInTextsAsText() {
    page.navigate(address("/search?q=onerror&ui=en"));
    Locator title = page.locator(".results h2 a").first();
    title.waitFor();

    assertThat(title.textContent()).contains("<img src=x onerror=alert(1)>");
    assertThat(page.locator("main img").count()).isZero();
  }

  @Test
  void readsTheTrendWithTheKeyboard() {
    page.navigate(address("/?ui=ar"));
    page.locator(".plot svg").waitFor();
    Locator plot = page.locator(".plot");
    plot.focus();
    page.keyboard().press("Home");
    String first = plot.getAttribute("aria-valuetext");
    page.keyboard().press("ArrowRight");

    assertThat(plot.getAttribute("aria-valuenow")).isEqualTo("1");
    assertThat(plot.getAttribute("aria-valuetext")).isNotEqualTo(first);
    page.keyboard().press("Enter");
    page.waitForURL("**/search?**from=**");
  }

  @Test
  void fitsATelephoneInTheDark() {
    try (Page dark =
        newPage(
            new Browser.NewPageOptions()
                .setColorScheme(ColorScheme.DARK)
                .setViewportSize(360, 740))) {
      for (String path :
          List.of(
              "/",
              "/search?q=migrants",
              "/documents/masked",
              "/alerts",
              "/alerts/" + SampleAlerts.RISE,
              "/alerts/rules/" + SampleAlerts.RULE,
              "/alerts/subscriptions",
              "/sources")) {
        dark.navigate(address(path));
        dark.locator("h1").waitFor();
        dark.locator(".plot svg, .results article, .text, tbody tr, #subscribe").first().waitFor();
        assertThat(dark.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("%s fits a telephone", path)
            .isEqualTo(true);
        dark.screenshot(
            new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("dark" + path.replaceAll("\\W+", "-") + ".png"))
                .setFullPage(true));
      }
    }
  }

  private void shoot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  private static String address(String path) {
    return server.address() + path.substring(1);
  }
}
