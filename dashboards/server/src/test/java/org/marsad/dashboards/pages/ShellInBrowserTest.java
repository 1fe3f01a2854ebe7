// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.http.RateLimit;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleDashboard;
import org.marsad.dashboards.samples.SampleServer;

/** What surrounds every page: the way from one to another, paper, narrow windows, and nothing. */
class ShellInBrowserTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();
  @TempDir Path directory;

  /** In how many rows things stand, by their middles. */
  private static final String ROWS =
      "selector => new Set([...document.querySelectorAll(selector)].map(one => {"
          + " const {top, bottom} = one.getBoundingClientRect();"
          + " return Math.round((top + bottom) / 20); })).size";

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void foldsTheNavigationWhereTheWindowIsNarrow(String language) {
    try (Page narrow = browser.newPage(new Browser.NewPageOptions().setViewportSize(320, 640))) {
      narrow.navigate(SERVER.address("/method?ui=" + language));
      narrow.locator(".method table").first().waitFor();
      assertThat(narrow.locator(".pages a").first().isVisible()).isFalse();
      assertFits(narrow);

      narrow.locator("#menu").focus();
      narrow.keyboard().press("Enter");
      ChromiumPages.shoot(narrow, "menu-" + language);
      narrow.locator(".pages a[href^='/stories']").click();
      narrow.locator(".story-item").first().waitFor();
      assertThat(narrow.locator(".pages a").first().isVisible()).isFalse();
      assertFits(narrow);
      ChromiumPages.shoot(narrow, "narrow-stories-" + language);
      narrow.navigate(SERVER.address("/map?ui=" + language));
      narrow.locator(".plot.map svg").waitFor();
      assertFits(narrow);
      ChromiumPages.shoot(narrow, "narrow-map-" + language);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void theMenuHasOneRowWhereTheWindowIsWide(String language) {
    Page page = browser.page();
    page.navigate(SERVER.address("/method?ui=" + language));
    page.locator(".method table").first().waitFor();
    for (int width : List.of(1280, 1210)) {
      page.setViewportSize(width, 700);
      assertThat(page.locator(".pages a[href^='/administration']").isVisible()).isTrue();
      assertThat(page.evaluate(ROWS, ".pages a")).as("rows at %s", width).isEqualTo(1);
      assertThat(page.evaluate(ROWS, ".brand, .languages a")).isEqualTo(1);
      assertFits(page);
      browser.shoot("menu-" + width + "-" + language);
    }
    for (int width : List.of(1024, 768, 390)) {
      page.setViewportSize(width, 700);
      page.locator("#menu").waitFor();
      assertThat(page.evaluate(ROWS, ".brand, #menu")).as("rows at %s", width).isEqualTo(1);
      assertFits(page);
      browser.shoot("menu-" + width + "-" + language);
    }
  }

  private static void assertFits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as(page.url())
        .isEqualTo(true);
  }

  @Test
  void waitsAndAsksAgainWhereMuchIsAskedAtOnce() {
    DashboardSettings tight =
        new DashboardSettings("127.0.0.1", 0, directory.resolve("audit.jsonl"))
            .with(new RateLimit(8, 10, 8, 1));
    List<Integer> statuses = new ArrayList<>();
    browser.expectStatus(429);
    try (DashboardServer server = SampleDashboard.start(SERVER.index().connection(), tight)) {
      Page page = browser.page();
      page.onResponse(answer -> statuses.add(answer.status()));
      page.navigate(server.address() + "search?q=migrants&ui=en");
      page.locator(".results article").first().waitFor();
      page.locator("[id^=facet-source-]").first().waitFor();
    }
    assertThat(statuses).contains(429);
  }

  @Test
  void printsWholeTablesWithAddressAndDateAndWithoutNavigation() {
    Page page = browser.page();
    page.navigate(SERVER.address("/?ui=en"));
    page.locator(".plot svg").first().waitFor();
    Locator folded = page.locator(".trend details tbody tr").first();
    assertThat(folded.isVisible()).isFalse();

    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(page.locator(".top").isVisible()).isFalse();
    assertThat(folded.isVisible()).isTrue();
    assertThat(page.locator(".printed").innerText()).contains(SERVER.address("/"), "printed on");
    assertThat(page.pdf()).hasSizeGreaterThan(10_000);
    browser.shoot("printed");
  }

  @Test
  void theFirstPageIsSmall() {
    Page page = browser.page();
    page.navigate(SERVER.address("/?ui=en"));
    page.locator(".plot svg").first().waitFor();
    page.locator(".ranks").first().waitFor();

    Number bytes =
        (Number)
            page.evaluate(
                "performance.getEntriesByType('navigation')"
                    + ".concat(performance.getEntriesByType('resource'))"
                    + ".reduce((sum, one) => sum + one.transferSize, 0)");
    assertThat(bytes.longValue()).as("bytes over the wire").isBetween(10_000L, 150_000L);
  }

  @Test
  void explainsItselfAtTheFirstVisitOnlyAndAgainWhenAsked() {
    Page page = browser.page();
    page.navigate(SERVER.address("/?ui=en"));
    Locator more = page.locator(".explanation .meanings");
    more.waitFor();
    page.getByText("Measured on").waitFor();
    page.locator("#explained").click();
    page.reload();
    page.locator(".plot svg").first().waitFor();
    assertThat(more.isVisible()).isFalse();

    page.locator("#explanation").click();
    assertThat(more.isVisible()).isTrue();
  }

  @Test
  void saysWithTheRightStatusThatThereIsNoSuchPage() {
    for (String path : List.of("/nowhere", "/documents/nothing")) {
      browser.expectStatus(404);
      Response answer = browser.page().navigate(SERVER.address(path + "?ui=en"));
      assertThat(answer.status()).as(path).isEqualTo(404);
      browser.page().locator("main .fault, main .lead").first().waitFor();
    }
  }
}
