// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.samples.ChromiumPages;
import org.marsad.dashboards.samples.SampleApi;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.accounts.AccountIndex;
import org.marsad.index.accounts.Role;

/** Logging in, and who may do what, as people see it. */
class AccountsInBrowserTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();
  @TempDir Path directory;

  private static final String PASSWORD = "four words and a comma";
  private AccountParts parts;
  private SampleApi api;

  @BeforeEach
  void serve() {
    INDEX.clear();
    api = new SampleApi(INDEX, directory);
    parts = AccountParts.of(new AccountIndex(INDEX.connection()), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    // A page that still asks for the status would write that the server has gone.
    browser.page().close();
    api.close();
  }

  private void show(String path) {
    browser.page().navigate(api.address() + path);
  }

  private void logIn(String name, String password) {
    Page page = browser.page();
    page.locator("#login-name").fill(name);
    page.locator("#login-password").fill(password);
    page.locator("#login-password").press("Enter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void theFirstAccountClosesTheDoorAndItsOwnerAdministers(String language) {
    // Chromium writes down that a login was refused.
    browser.expectStatus(401);
    Page page = browser.page();
    show("administration?ui=" + language);
    page.locator("#account-name").waitFor();
    assertThat(page.locator("#logout").count()).isZero();
    assertThat(browser.seriousFindings()).isEmpty();
    browser.shoot("administration-first-" + language);
    page.locator("#account-name").fill("chief");
    page.locator("#account-password").fill(PASSWORD);
    page.locator("#make-account").click();

    page.locator("#login-name").waitFor();
    assertThat(page.url()).contains("/login?", "ui=" + language);
    assertThat(page.locator("nav a[id='nav/search']").count()).isZero();
    assertThat(browser.seriousFindings()).isEmpty();
    logIn("chief", "a wrong password");
    page.locator(".fault").waitFor();
    browser.shoot("login-wrong-" + language);
    logIn("chief", PASSWORD);

    page.waitForURL("**/administration**");
    page.locator("#account-role option[value=VIEWER]").waitFor(attached());
    page.locator("#account-name").fill("observer");
    page.locator("#account-role").selectOption("ANALYST");
    page.locator("#account-password").fill(PASSWORD);
    page.locator("#make-account").click();
    page.locator(".notice").waitFor();
    page.locator("tbody").first().getByText("observer").first().waitFor();
    assertThat(browser.seriousFindings()).isEmpty();
    browser.shoot("administration-" + language);
    String id = parts.accounts().byName("observer").orElseThrow().id();
    page.locator("#role-" + id).selectOption("VIEWER");
    page.locator("#disable-" + id).click();
    page.locator("tbody .badge.warn").waitFor();
    assertThat(parts.accounts().byName("observer").orElseThrow())
        .matches(account -> account.role() == Role.VIEWER && account.disabled());
    page.onDialog(Dialog::accept);
    page.locator("#remove-" + id).click();
    page.locator("#remove-" + id).waitFor(detached());
    assertThat(parts.accounts().all()).hasSize(1);

    page.locator("#logout").click();
    page.waitForURL("**/login**");
    assertThat(page.locator("#logout").count()).isZero();
  }

  @Test
  void aViewerIsShownNothingThatOnlyOthersMayDo() {
    parts.accounts().add("chief", Role.ADMIN, PASSWORD);
    parts.accounts().add("reader", Role.VIEWER, PASSWORD);
    Page page = browser.page();
    show("alerts/rules?ui=en");
    page.locator("#login-name").waitFor();
    logIn("reader", PASSWORD);
    page.waitForURL("**/alerts/rules?ui=en");
    page.locator(".results article").first().waitFor();
    assertThat(page.getByText("New rule").count()).isZero();
    assertThat(page.locator("nav a[id='nav/administration']").count()).isZero();
    assertThat(page.locator(".menu").textContent()).doesNotContain("Subscriptions");
    show("administration?ui=en");
    page.locator(".fault").waitFor();
    assertThat(page.locator(".fault").textContent()).contains("administrator");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void onesOwnAccountHasPasswordAndKeys(String language) {
    // What the page asks for while its session gives way to a new one is refused.
    browser.expectStatus(401);
    parts.accounts().add("chief", Role.ADMIN, PASSWORD);
    Page page = browser.page();
    show("account?ui=" + language);
    page.locator("#login-name").waitFor();
    logIn("chief", PASSWORD);
    page.locator("#key-name").fill("nightly figures");
    page.locator("#make-key").click();
    page.locator("#key-made code").waitFor();
    assertThat(page.locator("#key-made code").textContent()).startsWith("marsad_");
    assertThat(browser.seriousFindings()).isEmpty();
    browser.shoot("account-" + language);
    page.locator("#own-former").fill(PASSWORD);
    page.locator("#own-password").fill("three other words");
    page.locator("#change-password").click();
    page.locator("section.panel .notice").first().waitFor();
    page.onDialog(Dialog::accept);
    page.locator("tbody button").click();
    page.locator("tbody").waitFor(detached());
  }

  /** Whatever the address asks for, and however it is spelt. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "javascript:alert(1)"
      })
  void aLoginLeadsToNoOtherSite(String next) {
    parts.accounts().add("chief", Role.ADMIN, PASSWORD);
    show("login?ui=en&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    browser.page().locator("#login-name").waitFor();
    logIn("chief", PASSWORD);
    browser.page().locator("#logout").waitFor();
    assertThat(browser.page().url()).startsWith(api.address().toString());
  }

  @Test
  void fitsANarrowScreen() {
    parts.accounts().add("chief", Role.ADMIN, PASSWORD);
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(360, 740));
    page.navigate(api.address() + "login?ui=fr");
    page.locator("#login-name").waitFor();
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(360);
    ChromiumPages.shoot(page, "login-narrow");
    page.close();
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }

  private static Locator.WaitForOptions detached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }
}
