// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.accounts.AccountParts;
import org.marsad.dashboards.samples.SampleAlerts;
import org.marsad.dashboards.samples.SampleApi;
import org.marsad.dashboards.samples.SampleCalls;
import org.marsad.dashboards.samples.SampleDashboard;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.accounts.AccountIndex;
import org.marsad.index.accounts.Role;

/** An incident names who judged it for as long as there is such an account. */
class VerdictOwnerTest {
  private static final String PASSWORD = "four words and a comma";

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();
  @TempDir static Path directory;

  @Test
  void itsNameIsShownAndNotKept() throws Exception {
    SampleAlerts.write(INDEX.connection());
    AccountParts accounts =
        AccountParts.of(new AccountIndex(INDEX.connection()), Clock.systemUTC());
    accounts.accounts().add("chief", Role.ADMIN, PASSWORD);
    accounts.accounts().add("observer", Role.ANALYST, PASSWORD);
    DashboardSettings settings =
        new DashboardSettings("127.0.0.1", 0, directory.resolve("audit.jsonl"));
    try (DashboardServer server = SampleDashboard.start(INDEX.connection(), settings)) {
      SampleCalls analyst = new SampleCalls(server.address());
      assertThat(analyst.logIn("observer", PASSWORD).statusCode()).isEqualTo(200);
      String judgement = "{\"judgement\":\"ACKNOWLEDGED\"}";
      assertThat(analyst.send("PUT", SampleApi.INCIDENT + "/verdict", judgement).statusCode())
          .isEqualTo(200);

      SampleCalls chief = new SampleCalls(server.address());
      assertThat(chief.logIn("chief", PASSWORD).statusCode()).isEqualTo(200);
      JsonNode judged = SampleCalls.json(chief.get(SampleApi.INCIDENT));
      assertThat(judged.get("judgedBy").asText()).isEqualTo("observer");
      assertThat(judged.get("verdict").toString()).doesNotContain("observer");

      accounts.accounts().remove(accounts.accounts().byName("observer").orElseThrow());
      JsonNode orphaned = SampleCalls.json(chief.get(SampleApi.INCIDENT));
      assertThat(orphaned.at("/verdict/judgement").asText()).isEqualTo("ACKNOWLEDGED");
      assertThat(orphaned.has("judgedBy")).isFalse();
    }
  }
}
