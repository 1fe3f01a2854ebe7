// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.http.PageToken;
import org.marsad.dashboards.samples.SampleApi;
import org.marsad.dashboards.samples.SampleServer;

/** The record as administrators read it. */
class AuditApiTest {
  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  private final SampleApi api = SERVER.api();

  @Test
  void actsAreToldNewestFirstInPages() throws Exception {
    reveal();
    reveal();

    JsonNode all = api.json("/api/audit?size=500");
    List<Long> numbers = new ArrayList<>();
    all.get("entries").forEach(entry -> numbers.add(entry.get("sequence").asLong()));
    assertThat(numbers).hasSizeGreaterThan(1).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(all.has("next")).isFalse();
    assertThat(all.at("/entries/0/action").asText()).isEqualTo("reveal");
    assertThat(all.at("/entries/0/kind").asText()).isEqualTo("document");
    assertThat(all.at("/entries/0/who").asText()).isEqualTo("local");

    List<Long> paged = new ArrayList<>();
    String next = "";
    for (int i = 0; i < numbers.size() && next != null; i++) {
      JsonNode page = api.json("/api/audit?size=1" + next);
      page.get("entries").forEach(entry -> paged.add(entry.get("sequence").asLong()));
      next = page.has("next") ? "&after=" + page.get("next").asText() : null;
    }
    assertThat(paged).isEqualTo(numbers);
    assertThat(api.json("/api/audit?action=reveal").findValuesAsText("action"))
        .isNotEmpty()
        .containsOnly("reveal");
    assertThat(api.json("/api/audit?action=none").get("entries")).isEmpty();
  }

  @Test
  void theRecordIsVerified() throws Exception {
    reveal();

    JsonNode found = api.json("/api/audit/verification");
    assertThat(found.get("faults")).isEmpty();
    assertThat(found.get("head").asText()).startsWith(found.get("lines").asLong() + ":");
  }

  @Test
  void whatIsNoPageIsRefused() throws Exception {
    for (String place : List.of("7", "-1", "99999999999", "x")) {
      assertThat(api.get("/api/audit?after=" + PageToken.encode(List.of(place))).statusCode())
          .as(place)
          .isEqualTo(400);
    }
    assertThat(api.get("/api/audit?after=none").body()).contains("no page token of the audit log");
  }

  private void reveal() throws Exception {
    assertThat(
            api.send(api.request("/api/documents/masked/reveal").POST(BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(200);
  }
}
