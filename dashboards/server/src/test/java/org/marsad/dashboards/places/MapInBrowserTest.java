// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.places;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleServer;

/** What a reader does with the map. */
class MapInBrowserTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();

  @Test
  void goesThroughThePlacesWithTheKeyboardAndOpensOne() {
    Page page = browser.page();
    page.navigate(SERVER.address("/map?relevant=true&ui=en"));
    Locator map = page.locator(".plot.map");
    map.locator("svg").waitFor();
    map.focus();
    page.keyboard().press("Home");

    assertThat(map.getAttribute("aria-valuetext")).startsWith("Casablanca, ").contains("documents");
    page.keyboard().press("ArrowRight");
    assertThat(map.getAttribute("aria-valuenow")).isEqualTo("1");
    assertThat(map.getAttribute("aria-valuetext")).startsWith("Tangier");
    page.keyboard().press("Enter");
    page.waitForURL("**/search?**place=tangier**");
  }

  @Test
  void zoomsToTheQuartersOfACityAndKeepsThatInTheAddress() {
    Page page = browser.page();
    page.navigate(SERVER.address("/map?ui=en"));
    page.locator("#zoom-casablanca").click();
    page.waitForURL("**zoom=casablanca**");
    page.locator("#zoom-casablanca[aria-pressed=true]").waitFor();
    page.locator(".map-page details summary").click();

    assertThat(page.locator(".map-page tbody th").allTextContents())
        .anyMatch(name -> name.contains("Sidi Moumen"))
        .noneMatch(name -> name.contains("Tangier"));
    page.reload();
    page.locator("#zoom-casablanca[aria-pressed=true]").waitFor();
  }

  @Test
  void savesTheMapAsItIsShown() throws Exception {
    Page page = browser.page();
    page.navigate(SERVER.address("/map?relevant=true&ui=en"));
    page.locator(".plot.map svg").waitFor();
    Download file = page.waitForDownload(() -> page.locator("[data-download=svg]").first().click());

    assertThat(Files.readString(file.path()))
        .contains("<circle", "Casablanca", "Marsad")
        .doesNotContain("class=");
  }

  @Test
  void addsUpRegions() {
    Page page = browser.page();
    page.navigate(SERVER.address("/map?level=region&ui=fr"));
    page.locator(".plot.map svg").waitFor();
    page.locator(".map-page details summary").click();

    assertThat(page.locator(".map-page tbody th").allTextContents())
        .anyMatch(name -> name.contains("Casablanca-Settat"))
        .noneMatch(name -> name.equals("Casablanca"));
  }
}
