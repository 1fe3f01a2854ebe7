// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.DashboardServer;
import org.marsad.dashboards.DashboardSettings;
import org.marsad.dashboards.accounts.AccountParts;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleDashboard;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.accounts.AccountIndex;
import org.marsad.index.accounts.Role;

/** The button, in a browser that heeds SameSite: the provider is another site to it. */
class OidcInBrowserTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();
  @TempDir static Path directory;
  private static SampleProvider provider;
  private static DashboardServer server;

  @RegisterExtension final ChromiumPages browser = new ChromiumPages();

  @BeforeAll
  static void serve() throws Exception {
    provider = new SampleProvider("localhost");
    AccountParts.of(new AccountIndex(INDEX.connection()), Clock.systemUTC())
        .accounts()
        .add("chief", Role.ADMIN, "four words and a comma");
    OidcSettings settings =
        new OidcSettings(
            URI.create(provider.issuer()),
            "Sample ID",
            SampleProvider.CLIENT,
            SampleProvider.SECRET,
            "groups",
            Map.of("press", Role.VIEWER));
    server =
        SampleDashboard.start(
            INDEX.connection(),
            new DashboardSettings("127.0.0.1", 0, directory.resolve("audit.jsonl"))
                .with(null, settings));
  }

  @AfterAll
  static void stop() {
    server.close();
    provider.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void theButtonLeadsThereAndBack(String language) {
    browser.expectStatus(401);
    Page page = browser.page();
    provider.person("s-" + language, Map.of("groups", "sports"));
    page.navigate(server.address() + "search?q=port&ui=" + language);
    page.locator("#login-provider").click();
    page.locator(".fault").waitFor();
    assertThat(page.url()).contains("/login?refused=no-role");
    page.navigate(page.url() + "&next=%2Fsearch%3Fq%3Dport&ui=" + language);
    page.locator("#login-provider").waitFor();
    assertThat(browser.seriousFindings()).isEmpty();
    browser.shoot("login-provider-" + language);

    provider.person("s-" + language, Map.of("groups", "press", "preferred_username", "press-desk"));
    page.locator("#login-provider").click();
    page.waitForURL("**/search?q=port");
    page.locator("#logout").waitFor();
    assertThat(page.locator("nav.person").textContent()).contains("press-desk");
  }
}
