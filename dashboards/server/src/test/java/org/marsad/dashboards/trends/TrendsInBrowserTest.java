// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.samples.ChromiumPages;

/** What an analyst does with trends. */
class TrendsInBrowserTest {
  @RegisterExtension static final TrendServer SERVER = new TrendServer();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();

  private static final String COMPARED =
      "/trends?" + HalfYear.RANGE + "&compare=place&with=casablanca&with=tangier";

  private Page open(String path) {
    Page page = browser.page();
    page.navigate(SERVER.address(path).toString());
    page.locator(".rows-plot svg").first().waitFor();
    return page;
  }

  @Test
  void comparesTwoCitiesOverHalfAYear() {
    Page page = open("/trends?ui=en&" + HalfYear.RANGE);
    page.locator("#trend-compare").selectOption("place");
    page.waitForURL("**compare=place**");
    page.locator("#with-1").selectOption("casablanca");
    page.locator("#with-2").selectOption("tangier");
    page.locator("#trend-show").click();
    page.waitForURL("**with=casablanca&with=tangier**");
    page.locator("#differences").waitFor();

    assertThat(page.locator("#differences").textContent())
        .contains("percentage points", "more than chance");
    Locator plot = page.locator(".rows-plot").first();
    plot.focus();
    page.keyboard().press("Home");
    page.keyboard().press("ArrowRight");
    assertThat(plot.getAttribute("aria-valuenow")).isEqualTo("1");
    assertThat(plot.getAttribute("aria-valuetext"))
        .contains("Week of 12 Jan 2026", "Casablanca", "40 captured, 2 of 0 sources heard");
  }

  @Test
  void explainsARiseMarkedWithTheKeyboard() {
    Page page = open("/trends?ui=en&place=tangier&" + HalfYear.RANGE);
    Locator plot = page.locator(".rows-plot").first();
    mark(page, plot, 9, 12);
    page.locator("#take-before").click();
    mark(page, plot, 13, 13);
    page.locator("#take-after").click();
    assertThat(page.locator("#change-afterFrom").inputValue()).isEqualTo("2026-04-06");
    page.locator("#explain").click();
    page.waitForURL("**afterTo=2026-04-12**");
    page.locator("#change-sum").waitFor();

    assertThat(page.locator("#change").textContent())
        .contains("16 of 20 later", "rumeur", "Outlet B", "All others");
    assertThat(page.locator(".range.after[width]").count()).isEqualTo(1);
  }

  private static void mark(Page page, Locator plot, int from, int to) {
    page.mouse().move(0, 0);
    plot.focus();
    page.keyboard().press("Home");
    for (int at = 0; at < from; at++) {
      page.keyboard().press("ArrowRight");
    }
    page.keyboard().down("Shift");
    page.keyboard().press("ArrowRight");
    for (int at = from + 1; at < to; at++) {
      page.keyboard().press("ArrowRight");
    }
    if (from == to) {
      page.keyboard().press("ArrowLeft");
    }
    page.keyboard().up("Shift");
  }

  @Test
  void savesAChartThatLooksRightAlone() throws Exception {
    Page page = open(COMPARED + "&ui=en");
    Download svg = page.waitForDownload(() -> page.locator("[data-download=svg]").first().click());
    String drawn = Files.readString(svg.path());
    assertThat(drawn)
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .contains("Hostile share", "5 Jan 2026", "documents captured", "Marsad", "Tangier")
        .doesNotContain("class=", "var(--");
    Download png = page.waitForDownload(() -> page.locator("[data-download=png]").first().click());
    BufferedImage image = ImageIO.read(png.path().toFile());
    assertThat(image.getWidth()).isGreaterThan(600);
    assertThat(image.getRGB(4, 4)).isEqualTo(0xFFFFFFFF);
    Path kept = Files.createDirectories(ChromiumPages.SCREENSHOTS).resolve("trends-chart.png");
    png.saveAs(kept);
    assertThat(kept).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void isReadableInEveryLanguage(String language) {
    Page page = open(COMPARED + "&stories=true&" + HalfYear.CHANGE + "&ui=" + language);
    page.locator("#change-sum").waitFor();

    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    assertThat(browser.seriousFindings()).isEmpty();
    browser.shoot("trends-" + language);
  }
}
