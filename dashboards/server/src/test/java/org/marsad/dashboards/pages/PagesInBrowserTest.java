// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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
    showAll(language, "");
  }

  private void showAll(String language, String kind) {
    visit("/", language, ".plot svg", "overview" + kind);
    visit("/search?q=migrants&relevant=true", language, ".results article", "search" + kind);
    visit("/documents/masked", language, ".text .evidence", "document" + kind);
    visit("/documents/" + SampleDocuments.EDITED_ID, language, ".edit ins", "edited" + kind);
    visit("/alerts", language, ".results article", "alerts" + kind);
    visit("/alerts/" + SampleAlerts.RISE, language, ".plot svg", "alert" + kind);
    visit("/alerts/" + SampleAlerts.ESCALATION, language, ".actions", "escalation" + kind);
    visit("/alerts/rules", language, ".results article", "rules" + kind);
    visit("/alerts/rules/" + SampleAlerts.RULE, language, ".decisions tbody tr", "rule" + kind);
    visit(
        "/alerts/rules?new&stance=HOSTILE&place=casablanca",
        language,
        "#preview",
        "rule-form" + kind);
    visit("/alerts/subscriptions", language, "#subscribe", "subscriptions" + kind);
    visit("/subscriptions/unsubscribe?code=a.b", language, "#unsubscribe", "unsubscribe" + kind);
    visit("/sources", language, ".coverage svg", "sources" + kind);
    visit("/rejections", language, "tbody tr", "rejections" + kind);
    visit("/map", language, ".plot.map svg", "map" + kind);
    visit("/map?zoom=casablanca&kind=ARTICLE", language, ".plot.map svg", "map-casablanca" + kind);
    visit("/stories", language, ".story-item", "stories" + kind);
    visit("/stories/" + SampleDocuments.STORY_ID, language, ".tellings li", "story" + kind);
    visit("/method", language, ".method table", "method" + kind);
    visit("/trends", language, ".rows-plot svg", "trends" + kind);
    visit("/review?queue=random", language, ".review-form, .nothing", "review" + kind);
    visit("/review/agreement", language, "main table, .nothing", "agreement" + kind);
    visit("/administration", language, "main table, .panel", "administration" + kind);
    visit("/login", language, "main h1", "login" + kind);
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

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void isReadableInTheDarkOnATelephone(String language) {
    Page page = browser.page();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.setViewportSize(390, 800);
    showAll(language, "-dark");
  }
}
