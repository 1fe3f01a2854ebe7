// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleAlerts;
import org.marsad.dashboards.samples.SampleDocuments;
import org.marsad.dashboards.samples.SampleServer;

/** Every page in every language, as people see it. */
class PagesInBrowserTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void showsEveryPageInEveryLanguage(String language) {
    visit("/", language, ".plot svg", "overview");
    visit("/search?q=migrants&relevant=true", language, ".results article", "search");
    visit("/documents/masked", language, ".text .evidence", "document");
    visit("/documents/" + SampleDocuments.EDITED_ID, language, ".edit ins", "edited");
    visit("/alerts", language, ".results article", "alerts");
    visit("/alerts/" + SampleAlerts.RISE, language, ".plot svg", "alert");
    visit("/alerts/" + SampleAlerts.ESCALATION, language, ".actions", "escalation");
    visit("/alerts/rules", language, ".results article", "rules");
    visit("/alerts/rules/" + SampleAlerts.RULE, language, ".decisions tbody tr", "rule");
    visit("/alerts/rules?new&stance=HOSTILE&place=casablanca", language, "#preview", "rule-form");
    visit("/alerts/subscriptions", language, "#subscribe", "subscriptions");
    visit("/subscriptions/unsubscribe?code=a.b", language, "#unsubscribe", "unsubscribe");
    visit("/sources", language, ".coverage svg", "sources");
    visit("/rejections", language, "tbody tr", "rejections");
    visit("/map", language, ".plot.map svg", "map");
    visit("/map?zoom=casablanca&kind=ARTICLE", language, ".plot.map svg", "map-casablanca");
    visit("/stories", language, ".story-item", "stories");
    visit("/stories/" + SampleDocuments.STORY_ID, language, ".tellings li", "story");
    visit("/method", language, ".method table", "method");
  }

  private void visit(String path, String language, String awaited, String name) {
    Page page = browser.page();
    page.navigate(SERVER.address(path + (path.contains("?") ? "&" : "?") + "ui=" + language));
    page.locator(awaited).first().waitFor();

    Locator html = page.locator("html");
    assertThat(html.getAttribute("lang")).isEqualTo(language);
    assertThat(html.getAttribute("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s in %s fits the window", path, language)
        .isEqualTo(true);
    assertThat(browser.seriousFindings()).as("axe-core on %s in %s", path, language).isEmpty();
    browser.shoot(name + "-" + language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/search", "/documents/script", "/sources", "/rejections"})
  void saysOnEveryPageThatTheDemoIsFictional(String path) {
    browser.page().navigate(SERVER.address(path + "?ui=en"));

    browser.page().locator(".fiction p").waitFor();
    assertThat(browser.page().locator(".fiction").textContent()).contains("fictional");
  }

  @Test
  void fitsATelephoneInTheDark() {
    try (Page dark =
        browser.newPage(
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
        dark.navigate(SERVER.address(path));
        dark.locator("h1").waitFor();
        dark.locator(".plot svg, .results article, .text, tbody tr, #subscribe").first().waitFor();
        assertThat(dark.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("%s fits a telephone", path)
            .isEqualTo(true);
        ChromiumPages.shoot(dark, "dark" + path.replaceAll("\\W+", "-"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void fitsATelephoneInEveryLanguage(String language) {
    try (Page small = browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 800))) {
      for (String path :
          List.of(
              "/?from=" + SampleDocuments.FIRST_DAY,
              "/sources",
              "/documents/" + SampleDocuments.EDITED_ID)) {
        String query = path.contains("?") ? "&ui=" : "?ui=";
        small.navigate(SERVER.address(path + query + language));
        small.locator(".plot svg, .edit ins").first().waitFor();
        assertThat(small.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("%s in %s fits a telephone", path, language)
            .isEqualTo(true);
        ChromiumPages.shoot(
            small, "small-" + path.replaceAll("\\W+", "-").substring(0, 4) + "-" + language);
      }
    }
  }
}
