// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleDocuments;
import org.marsad.dashboards.samples.SampleServer;

/** What a reader does with one document. */
class DocumentInBrowserTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();

  @Test
  void revealsOnlyWhenAsked() {
    browser.page().navigate(SERVER.address("/documents/masked?ui=en"));
    browser.page().locator(".document .text").waitFor();
    assertThat(browser.page().content().toLowerCase(Locale.ROOT))
        .doesNotContain(SampleDocuments.SLUR);

    browser.page().locator(".notice button").click();
    browser.page().locator("p.notice").waitFor();

    assertThat(browser.page().locator(".document .text").textContent())
        .contains(SampleDocuments.SLUR);
  }

  @Test
  void showsWhoElseToldAStory() {
    browser.page().navigate(SERVER.address("/documents/report-41-1?ui=en"));
    browser.page().getByText("2 outlets told this story in these words.").waitFor();
  }

  @Test
  void namesWhoToldAStoryFirstAndLeadsThere() {
    browser.page().navigate(SERVER.address("/documents/report-41-1?ui=en"));
    browser.page().locator(".tellings li").first().waitFor();

    assertThat(browser.page().locator(".story").textContent())
        .contains("Outlet A (fictif)\u2069 told it first", "Original", "Copy", "(this document)");
    browser.page().locator(".tellings a").first().click();
    browser.page().waitForURL("**/documents/report-41-0?ui=en");
    browser.page().getByText("This document told it first").waitFor();
  }

  @Test
  void showsWhatAnEditChanged() {
    browser.page().navigate(SERVER.address("/documents/report-41-1?ui=en"));
    browser.page().locator(".edit").waitFor();

    assertThat(browser.page().locator(".edit h3").textContent()).startsWith("Version 1 to 2");
    assertThat(browser.page().locator(".edit del").allTextContents())
        .contains("racistes ", "dit (41)");
    assertThat(browser.page().locator(".edit ins").allTextContents())
        .contains("hostiles ")
        .anyMatch(text -> text.endsWith("et à Fès."));
  }

  @Test
  void offersACitationWithHashAndRecord() {
    browser.page().navigate(SERVER.address("/documents/arabic?ui=en"));
    browser.page().locator("#citation").waitFor();

    assertThat(browser.page().locator("#citation").textContent())
        .contains("Outlet D", "https://outlet-d.example/arabic", "SHA-256 ");
    assertThat(browser.page().locator(".source .facts").textContent())
        .contains("urn:uuid:", "sample-00001.warc.gz", "allowed it, or there was none");
    Download pack =
        browser
            .page()
            .waitForDownload(() -> browser.page().getByText("Citation pack (JSON)").click());
    assertThat(pack.suggestedFilename()).isEqualTo("marsad-citation.json");
  }

  @Test
  void saysInWordsThatADocumentWasErased() {
    SERVER.erase("erased-here", "on-request", Instant.now());
    browser.expectStatus(410);

    browser.page().navigate(SERVER.address("/documents/erased-here?ui=en"));
    browser.page().locator(".erased").waitFor();

    assertThat(browser.page().locator(".erased").textContent())
        .contains("was erased", "Somebody asked for it.", "identifier");
  }
}
