// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleAlerts;
import org.marsad.dashboards.samples.SampleServer;

/** What a reader does about alerts. */
class AlertsInBrowserTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();

  @Test
  void makesAnAlertOfASearchSeesWhatItWouldHaveDoneAndSavesIt() {
    browser
        .page()
        .navigate(SERVER.address("/search?stance=HOSTILE&relevant=true&from=2020-01-01&ui=en"));
    browser.page().getByText("Make an alert of this search").click();
    browser.page().locator("#rule-name-en").fill("Hostile texts");
    assertThat(browser.page().locator("#rule-stance-HOSTILE").isChecked()).isTrue();
    assertThat(browser.page().url()).doesNotContain("from=");
    browser.page().locator("#preview").click();
    browser.page().locator(".preview .answer").waitFor();

    assertThat(browser.page().locator(".preview .answer").textContent())
        .startsWith("It would have fired")
        .contains("a month");
    assertThat(browser.page().url()).contains("name-en=Hostile");
    assertThat(browser.seriousFindings()).isEmpty();
    browser.shoot("preview-en");

    browser.page().locator("#save").click();
    browser.page().waitForURL("**/alerts/rules/hostile-texts-*");
    browser.page().locator(".decisions").waitFor();
    assertThat(browser.page().locator("h1").textContent()).isEqualTo("Hostile texts");
    browser.page().onDialog(Dialog::accept);
    browser.page().locator("#delete").click();
    browser.page().waitForURL("**/alerts/rules?ui=en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | not told: fewer than five people wrote it | Documents of fewer than five people",
        "fr | non communiqué : moins de cinq personnes | Les documents de moins de cinq personnes",
        "ar | محجوب: كتبه أقل من خمسة أشخاص | أُغفلت من بعض هذه الأرقام"
      })
  void whatIsWithheldIsNoQuiet(String language, String untold, String caveat) {
    browser.page().navigate(SERVER.address("/alerts/" + SampleAlerts.RISE + "?ui=" + language));
    browser.page().locator(".plot svg").waitFor();

    assertThat(browser.page().locator("rect.withheld").count()).isEqualTo(2);
    browser.page().locator(".trend details summary").click();
    assertThat(browser.page().locator(".trend details tbody").textContent()).contains(untold);
    assertThat(browser.page().locator("aside").textContent()).contains(caveat);
    assertThat(browser.seriousFindings()).isEmpty();
    browser.shoot("alert-withheld-" + language);
  }

  @Test
  void saysWhetherAnAlertWasWorthItAndTakesItBack() {
    browser.page().navigate(SERVER.address("/alerts?ui=en"));
    browser.page().getByText("Hostile comments, Casablanca").last().click();
    browser.page().locator("#verdict-ACKNOWLEDGED").click();
    browser.page().locator("#verdict-undo").waitFor();
    assertThat(browser.page().locator("#verdict-ACKNOWLEDGED").getAttribute("aria-pressed"))
        .isEqualTo("true");
    assertThat(browser.page().locator("#verdict-by").textContent())
        .contains("Acknowledged by", "somebody at this computer");
    assertThat(browser.page().locator(".columns").textContent()).contains("Outlet A", "Casablanca");

    browser.page().locator("#verdict-undo").click();
    browser
        .page()
        .locator("#verdict-undo")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    browser.page().getByText("All documents of this rise").click();
    browser.page().locator(".results article").first().waitFor();
    assertThat(browser.page().url()).contains("place=casablanca", "from=", "to=");
    assertThat(browser.page().locator(".chips").textContent()).contains("Place: Casablanca");
  }
}
