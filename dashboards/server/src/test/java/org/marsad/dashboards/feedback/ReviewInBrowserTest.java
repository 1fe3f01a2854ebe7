// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleServer;

class ReviewInBrowserTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  @RegisterExtension final ChromiumPages pages = new ChromiumPages();

  @Test
  void threeTextsAreJudgedByKeysAlone() throws Exception {
    long before = mine();
    Page page = open("/review?ui=en&queue=random");
    assertThat(page.locator(".review .note").filter(withText("kept back"))).hasCount(1);
    assertThat(page.locator("#review-agree")).hasCount(0);

    String first = press("x");
    String second = press("h", "3", "o");
    press("k");
    String third = press("y", "n", "0", "f");

    assertThat(first).isNotEqualTo(second);
    assertThat(second).isNotEqualTo(third);
    assertThat(mine()).isEqualTo(before + 3);
    assertThat(pages.seriousFindings()).isEmpty();

    page.keyboard().press("z");
    assertThat(page.locator("input[name=stance][value=NEUTRAL]")).isChecked();
    assertThat(page.locator("input[name=intensity][value='0']")).isChecked();
    pages.shoot("review-en");
  }

  @Test
  void anEmptyAnswerIsAskedForAndKeysCanBeTurnedOff() {
    Page page = open("/review?ui=en&queue=uncertain");
    page.locator("#review-save").click();
    assertThat(page.locator("form .fault")).containsText("Tick an answer");

    page.locator("#review-keys").click();
    assertThat(page).hasURL(Pattern.compile("keys=off"));
    page.locator("#review-text").waitFor();
    page.keyboard().press("x");
    assertThat(page.locator("input:checked")).hasCount(0);
    assertThat(page.locator(".review-form kbd")).hasCount(0);
  }

  @Test
  void aReaderOfADocumentSaysWhatIsRight() throws Exception {
    Page page = open("/documents/hostile-46-2?ui=en");
    page.locator("#review-stance-yes").click();
    assertThat(page.locator(".question").nth(1)).containsText("You said: Hostile");

    page.locator("#review-intensity-no").click();
    page.locator(".question input[value='3']").check();
    page.locator(".question button[type=submit]").click();
    assertThat(page.locator(".question").nth(2)).containsText("You said: 3");
    assertThat(pages.seriousFindings()).isEmpty();
    pages.shoot("review-block-en");
    JsonNode mine = SERVER.api().json("/api/feedback/documents/hostile-46-2").get("mine");
    assertThat(mine.at("/INTENSITY/values/0").asText()).isEqualTo("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void agreementIsExplainedInEachLanguage(String language) {
    Page page = open("/review/agreement?ui=" + language);
    assertThat(page.locator("table").first().locator("tbody tr").first()).isVisible();
    assertThat(page.locator("a[download]")).isVisible();
    assertThat(pages.seriousFindings()).isEmpty();
    pages.shoot("agreement-" + language);
    page.navigate(SERVER.address("/review?queue=unreviewed&ui=" + language));
    page.locator("#review-text, .nothing").first().waitFor();
    assertThat(pages.seriousFindings()).isEmpty();
    pages.shoot("review-" + language + "-unreviewed");
  }

  private Page open(String path) {
    Page page = pages.page();
    page.navigate(SERVER.address(path));
    page.locator("h1").waitFor();
    if (path.startsWith("/review?")) {
      page.locator("#review-text").waitFor();
    }
    return page;
  }

  /** Presses keys on a text and, unless it is skipped, saves; returns what stood above the text. */
  private String press(String... keys) {
    Page page = pages.page();
    String shown = page.locator(".review article").textContent();
    for (String key : keys) {
      page.keyboard().press(key);
    }
    if (!keys[0].equals("k")) {
      assertThat(page.locator("input:checked").first()).isVisible();
      page.keyboard().press("Enter");
    }
    assertThat(page.locator(".review article")).not().hasText(shown);
    assertThat(page.locator("input:checked")).hasCount(0);
    return shown;
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static long mine() throws Exception {
    return SERVER.api().json("/api/feedback/next").at("/progress/mine").asLong();
  }
}
