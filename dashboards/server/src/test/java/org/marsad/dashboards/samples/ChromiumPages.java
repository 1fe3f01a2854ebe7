// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A page in a real browser for each test, and what is looked at in it; the test fails where the
 * page has written an error to its console. Screenshots are kept below target/screenshots. Tests
 * are skipped where there is no Chromium.
 */
public final class ChromiumPages implements BeforeEachCallback, AfterEachCallback {
  public static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final String AXE = axe();
  private static final double PATIENCE_MILLIS = 60_000;

  private final List<String> errors = new ArrayList<>();
  private @Nullable Chromium chromium;
  private @Nullable Page page;
  private @Nullable String expected;

  @Override
  public void beforeEach(ExtensionContext context) {
    chromium =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .computeIfAbsent(Chromium.class, key -> Chromium.launch(), Chromium.class);
    errors.clear();
    expected = null;
    page = newPage(new Browser.NewPageOptions());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (page != null) {
      page.close();
    }
    String refused = expected;
    assertThat(errors)
        .as("errors in the console")
        .allMatch(error -> refused != null && error.contains(refused));
  }

  public Page page() {
    return Objects.requireNonNull(page, "register this as an extension first");
  }

  public Page newPage(Browser.NewPageOptions options) {
    Page opened = Objects.requireNonNull(chromium).browser().newPage(options.setLocale("en-GB"));
    opened.setDefaultTimeout(PATIENCE_MILLIS);
    opened.onPageError(errors::add);
    opened.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    return opened;
  }

  /** Chromium writes every refused request to the console, where that is what a test is about. */
  public void expectStatus(int status) {
    expected = "status of " + status;
  }

  /** What axe-core finds that keeps people out. */
  public List<?> seriousFindings() {
    page().evaluate(AXE);
    return (List<?>)
        page()
            .evaluate(
                "async () => (await axe.run()).violations.filter(v => v.impact === 'serious' ||"
                    + " v.impact === 'critical').map(v => v.id + ': ' + v.nodes.map(n =>"
                    + " n.html.slice(0, 160)).join(' | '))");
  }

  public void shoot(String name) {
    shoot(page(), name);
  }

  public static void shoot(Page shown, String name) {
    shown.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  private static String axe() {
    try (InputStream in = ChromiumPages.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in, "axe").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
