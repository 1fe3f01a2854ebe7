// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleServer;

/** What a journalist does: a phrase across scripts, the originals, a file of them all. */
class SearchPageInBrowserTest {
  private static final String MIGRANTS = "مهاجرين";

  @RegisterExtension static final SampleServer SERVER = new SampleServer();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();

  @Test
  void findsAcrossScriptsSaysWhatWasAddedAndOpensTheDocument() {
    Page page = browser.page();
    page.navigate(SERVER.address("/search?ui=en"));
    page.locator("#field-q").fill(MIGRANTS);
    assertThat(page.locator("#field-synonyms").isChecked()).isTrue();
    page.locator("#field-q").press("Enter");
    page.waitForURL("**synonyms=true**");
    Locator latin = page.locator(".results mark", new Page.LocatorOptions().setHasText("migrant"));
    latin.first().waitFor();
    assertThat(page.locator(".expansions dd").first().textContent()).contains("mouhajirin");

    page.locator(".synonyms > summary").click();
    page.locator(".synonyms details summary").first().waitFor();

    page.locator("#field-synonyms").uncheck();
    page.locator("form.query button.primary").click();
    page.locator(".results:not([aria-busy])").waitFor();
    page.locator(".expansions")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(latin.count()).isZero();

    page.goBack();
    latin.first().waitFor();
    page.locator(".results h2 a").first().click();
    page.locator(".document .text").waitFor();
  }

  @Test
  void writesAQueryFromRows() {
    Page page = browser.page();
    page.navigate(SERVER.address("/search?ui=en"));
    page.locator(".builder > summary").click();
    page.locator("#builder-words-1").fill("migrants \"(tanger)");
    page.locator("#builder-how-1").selectOption("any");
    page.locator(".builder button").first().click();
    page.locator("#builder-where-2").selectOption("title:");
    page.locator("#builder-how-2").selectOption("none");
    page.locator("#builder-words-2").fill("festival");
    assertThat(page.locator(".written").textContent())
        .isEqualTo("(migrants | tanger) -title:festival");
    page.locator("#builder-words-2").press("Enter");
    page.waitForURL("**q=**");
    page.locator(".results article").first().waitFor();

    assertThat(page.locator("#field-q").inputValue())
        .isEqualTo("(migrants | tanger) -title:festival");
    page.locator("#field-q").fill("\"migrants");
    page.locator("#field-q").press("Enter");
    page.locator(".repair").waitFor();
    assertThat(page.locator(".repair").textContent()).contains("quotation mark");
  }

  @Test
  void foldsExportsSavesAndMakesAnAlertOfASearch() throws Exception {
    Page page = browser.page();
    page.navigate(
        SERVER.address(
            "/search?stance=REPORT_ON_HOSTILITY&q=" + MIGRANTS + "&synonyms=true&ui=en"));
    page.locator(".results article").first().waitFor();
    page.locator("#field-fold").check();
    page.locator("form.query button.primary").click();
    page.locator(".copies").first().waitFor();
    assertThat(page.locator(".summary").textContent()).contains("stor");

    Download file = page.waitForDownload(() -> page.locator("#export-csv").click());
    assertThat(Files.readString(file.path())).startsWith("\uFEFFid,version,");

    page.locator(".saved-searches > summary").click();
    page.locator("#save-name").fill("Told by several");
    page.locator("#save-name").press("Enter");
    Locator saved = page.locator(".saved a", new Page.LocatorOptions().setHasText("Told by"));
    saved.waitFor();
    assertThat(saved.getAttribute("href"))
        .contains("fold=true", "synonyms=true", "stance=REPORT_ON_HOSTILITY");
    page.locator(".saved button").click();
    saved.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));

    page.locator("a[href*='/alerts/rules?']").first().click();
    page.locator("#rule-synonyms").waitFor();
    assertThat(page.locator("#rule-synonyms").isChecked()).isTrue();
    assertThat(page.locator("#rule-q").inputValue()).isEqualTo(MIGRANTS);
    assertThat(page.locator("#rule-stance-REPORT_ON_HOSTILITY").isChecked()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void looksRightInEveryLanguageWideAndNarrow(String language) {
    String path = "/search?q=" + MIGRANTS + "&synonyms=true&fold=true&ui=" + language;
    open(browser.page(), path);
    assertThat(browser.seriousFindings()).isEmpty();
    browser.shoot("search-across-" + language);
    try (Page small = browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 800))) {
      open(small, path);
      assertThat(small.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      ChromiumPages.shoot(small, "search-across-small-" + language);
    }
  }

  private static void open(Page page, String path) {
    page.navigate(SERVER.address(path));
    page.locator(".results article").first().waitFor();
    page.locator(".builder > summary").click();
    page.locator("#builder-words-1").fill("migrants tanger");
    page.locator(".synonyms > summary").click();
    page.locator(".synonyms details summary").first().waitFor();
    page.locator(".synonyms details summary").first().click();
    page.locator(".saved-searches > summary").click();
    page.locator(".saved li").first().waitFor();
  }
}
