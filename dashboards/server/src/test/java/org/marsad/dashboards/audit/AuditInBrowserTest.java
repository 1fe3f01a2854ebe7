// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleServer;

/** The record as an administrator sees it. */
class AuditInBrowserTest {
  private static final int PAGE = 25;

  @RegisterExtension static final SampleServer SERVER = new SampleServer();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void showsWhoDidWhatAndVerifiesIt(String language) throws Exception {
    for (int i = 0; i <= PAGE; i++) {
      var reveal = SERVER.api().request("/api/documents/masked/reveal");
      assertThat(SERVER.api().send(reveal.POST(BodyPublishers.noBody())).statusCode())
          .isEqualTo(200);
    }
    Page page = browser.page();
    page.navigate(SERVER.address("/administration?ui=" + language));
    Locator rows = page.locator("section:has(#verify-audit) tbody tr");
    rows.nth(PAGE - 1).waitFor();
    page.locator("#more-audit").click();
    rows.nth(PAGE).waitFor();
    page.locator("#verify-audit").click();
    page.locator("section:has(#verify-audit) .notice").waitFor();
    assertThat(page.locator("section:has(#verify-audit) code[dir=ltr]").last().textContent())
        .matches("\\d+:[0-9a-f]{64}");
    assertThat(browser.seriousFindings()).isEmpty();
    browser.shoot("audit-" + language);
  }
}
