// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleServer;

/** What a reader does with stories. */
class StoriesInBrowserTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();

  @Test
  void listsStoriesWithTheirReachAndOpensOne() {
    Page page = browser.page();
    page.navigate(SERVER.address("/stories?relevant=true&ui=en"));
    page.locator(".story-item").first().waitFor();

    assertThat(page.locator(".summary").textContent()).contains("copies count once");
    assertThat(page.locator(".story-item").first().textContent())
        .contains("2 outlets", "2 documents", "MAP", "Reporting on hostility: 2");
    page.locator(".story-item a").first().click();
    page.locator(".tellings li").nth(1).waitFor();
    assertThat(page.url()).contains("/stories/report-");
    assertThat(page.locator(".tellings").textContent()).contains("Original", "Copy");
  }

  @Test
  void narrowsByWordsAndTakesThemAwayAgain() {
    Page page = browser.page();
    page.navigate(SERVER.address("/stories?ui=en"));
    page.locator("#field-q").fill("tramway");
    page.locator("form.query button").click();
    page.locator(".more .nothing").waitFor();
    page.locator(".chips a").click();
    page.locator(".story-item").first().waitFor();
  }
}
