// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.classifiers.Codebook;
import org.marsad.classifiers.model.ModelSet;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleServer;

/** What was measured of the models. */
class MethodApiTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();

  @Test
  void servesTheFiguresOfTheShippedModels() throws Exception {
    JsonNode figures = SERVER.api().json("/api/method");

    assertThat(figures.get("model").asText()).isEqualTo(ModelSet.shipped().manifest().name());
    assertThat(figures.get("codebook").asText()).isEqualTo(Codebook.VERSION);
    assertThat(figures.at("/reference/decisions/HOSTILE/recall").asDouble()).isBetween(0.1, 1.0);
    assertThat(figures.get("gates")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/method/card", "/method/evaluation"})
  void showsTheCommittedFilesAsPages(String path) {
    browser.page().navigate(SERVER.address(path));

    assertThat(browser.page().locator("h1").textContent()).contains("marsad-linear");
    assertThat(browser.page().locator("table").count()).isGreaterThan(3);
    assertThat(browser.page().locator("main.prose > p a[href^='src']").count()).isZero();
    assertThat(browser.seriousFindings()).as(path).isEmpty();
    browser.shoot(path.substring(1).replace('/', '-'));
  }

  @Test
  void showsMarkupAsText() {
    assertThat(MarkdownPage.of("x", "<script>a</script>\n\n[b](javascript:c) [d](file.md)"))
        .contains("&lt;script&gt;")
        .doesNotContain("<script>", "javascript:", "file.md");
  }
}
