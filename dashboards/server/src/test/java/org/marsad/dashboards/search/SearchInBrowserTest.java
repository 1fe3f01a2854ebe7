// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleServer;

/** What a reader does to find and count documents. */
class SearchInBrowserTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();

  @Test
  void searchesNarrowsOpensAndComesBack() {
    browser.page().navigate(SERVER.address("/search?ui=en"));
    browser.page().locator("#field-q").fill("migrants");
    browser.page().locator("form.query button").click();
    browser.page().locator(".results mark").first().waitFor();
    browser.page().locator("#facet-stance-HOSTILE").check();
    browser.page().locator(".chips li").nth(1).waitFor();
    browser.page().waitForURL("**stance=HOSTILE**");
    browser.page().locator(".results:not([aria-busy]) .badge.tone-hostile").first().waitFor();

    browser.page().locator(".results h2 a").first().click();
    browser.page().locator(".document .text").waitFor();
    browser.page().goBack();
    browser.page().locator(".results article").first().waitFor();

    assertThat(browser.page().locator("#field-q").inputValue()).isEqualTo("migrants");
    assertThat(browser.page().locator("#facet-stance-HOSTILE").isChecked()).isTrue();
  }

  @Test
  void showsMarkupInTextsAsText() {
    browser.page().navigate(SERVER.address("/search?q=onerror&ui=en"));
    Locator title = browser.page().locator(".results h2 a").first();
    title.waitFor();

    assertThat(title.textContent()).contains("<img src=x onerror=alert(1)>");
    assertThat(browser.page().locator("main img").count()).isZero();
  }

  @Test
  void readsTheTrendWithTheKeyboard() {
    browser.page().navigate(SERVER.address("/?ui=ar"));
    browser.page().locator(".plot svg").first().waitFor();
    Locator plot = browser.page().locator(".plot").first();
    plot.focus();
    browser.page().keyboard().press("Home");
    String first = plot.getAttribute("aria-valuetext");
    browser.page().keyboard().press("ArrowRight");

    assertThat(plot.getAttribute("aria-valuenow")).isEqualTo("1");
    assertThat(plot.getAttribute("aria-valuetext")).isNotEqualTo(first);
    browser.page().keyboard().press("Enter");
    browser.page().waitForURL("**/search?**from=**");
  }
}
