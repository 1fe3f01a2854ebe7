// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleDocuments;
import org.marsad.dashboards.samples.SampleServer;

/** What a reader learns of the sources. */
class SourcesInBrowserTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();

  @Test
  void showsWhoRefusesAndWhatIsUndated() {
    browser.page().navigate(SERVER.address("/sources?ui=en"));
    browser.page().locator(".ledger tbody tr").first().waitFor();
    assertThat(browser.page().locator(".ledger").textContent())
        .contains("Outlet Shut", "HTTP 403", "1 Feb 2026", "Outlet C", "Disallow: /feed");

    browser.page().navigate(SERVER.address("/?ui=en"));
    browser.page().locator(".undated").waitFor();
    assertThat(browser.page().locator(".undated").textContent())
        .startsWith("Some documents by fewer than five people");
  }

  @Test
  void saysInWordsHowEachSourceIsDoing() {
    browser.page().navigate(SERVER.address("/sources?ui=en"));
    browser.page().locator("table.stacked tbody tr").first().waitFor();

    assertThat(browser.page().locator("table.stacked").first().textContent())
        .contains(
            "Nothing new since",
            "as a rule it brings 7.5 a day",
            "It has refused programs such as this one since",
            "Disallow: /feed",
            "Off: it needs a key");
    assertThat(browser.page().locator("a:has-text('Public page')").first().getAttribute("href"))
        .isEqualTo("https://outlet-b.example/");
  }

  @Test
  void showsOnlyTheSourcesOfAStateAndLanguage() {
    Page page = browser.page();
    page.navigate(SERVER.address("/sources?ui=en"));
    Locator rows = page.locator("table.stacked").first().locator("tbody tr");
    rows.nth(4).waitFor();

    page.locator("#state-REFUSED").click();
    page.waitForURL("**state=REFUSED**");
    rows.nth(1).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(rows.first().textContent()).contains("Outlet C");
    page.locator("#source-language").selectOption("ar");
    page.getByText("No source is in this state and language.").waitFor();
    page.locator("#state-all").click();
    page.waitForURL(url -> !url.contains("state="));
    rows.nth(1).waitFor();
    assertThat(rows).satisfies(found -> assertThat(found.count()).isEqualTo(2));
  }

  @Test
  void drawsTheCoverageAndTellsItWithTheKeyboard() {
    browser.page().navigate(SERVER.address("/sources?ui=en"));
    Locator plot = browser.page().locator(".coverage-plot");
    browser.page().locator(".coverage-plot svg").waitFor();
    assertThat(plot.textContent()).contains("Documents", "Article", "Comment", "French", "Arabic");
    browser.page().locator("#by-day").click();
    browser.page().waitForURL("**by=day**");
    browser.page().locator(".coverage-plot[aria-valuemax='30'] svg").waitFor();
    // A pointer that rests on the plot moves the cursor when the plot is drawn anew beneath it.
    browser.page().mouse().move(0, 0);
    plot.focus();
    browser.page().keyboard().press("Home");
    browser.page().keyboard().press("ArrowRight");

    assertThat(plot.getAttribute("aria-valuenow")).isEqualTo("1");
    assertThat(plot.getAttribute("aria-valuetext")).contains("Sources heard", "Article");
  }

  @Test
  void marksInTheTrendWhatASourceIsMissing() {
    browser.page().navigate(SERVER.address("/?ui=en&from=" + SampleDocuments.FIRST_DAY));
    browser.page().locator(".plot .gap").first().waitFor();
    browser.page().locator(".gaps summary").click();

    assertThat(browser.page().locator(".gaps").textContent())
        .contains("A fall there may be ours", "Outlet C");
    assertThat(browser.page().locator(".plot").first().getAttribute("aria-valuetext"))
        .contains("missing: Outlet C");
  }
}
