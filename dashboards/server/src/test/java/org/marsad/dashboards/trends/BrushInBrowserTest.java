// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.samples.ChromiumPages;

/** Ranges marked on a chart with a mouse and with a finger; the keyboard is in the journeys. */
class BrushInBrowserTest {
  @RegisterExtension static final TrendServer SERVER = new TrendServer();
  @RegisterExtension final ChromiumPages browser = new ChromiumPages();

  private static final String PATH = "/trends?ui=en&place=tangier&" + HalfYear.RANGE;

  private static Locator open(Page page) {
    page.navigate(SERVER.address(PATH).toString());
    Locator plot = page.locator(".rows-plot").first();
    plot.locator(".hit").first().waitFor();
    plot.scrollIntoViewIfNeeded();
    return plot;
  }

  private static BoundingBox column(Locator plot, int index) {
    return plot.locator(".hit").nth(index).boundingBox();
  }

  private static double middle(BoundingBox box) {
    return box.x + box.width / 2;
  }

  private static String marked(Page page) {
    return page.locator("#marked").textContent();
  }

  @Test
  void dragsAcrossWithAMouseInEitherDirection() {
    Page page = browser.page();
    Locator plot = open(page);
    BoundingBox first = column(plot, 9);
    BoundingBox last = column(plot, 13);
    page.mouse().move(middle(last), last.y + 40);
    page.mouse().down();
    page.mouse().move(middle(first), first.y + 60, steps(8));
    page.mouse().up();

    assertThat(marked(page)).contains("9 Mar 2026", "12 Apr 2026");
    assertThat(page.url()).as("no column was chosen").contains("/trends");
    page.locator("#take-after").click();
    assertThat(page.locator("#change-afterTo").inputValue()).isEqualTo("2026-04-12");
    assertThat(page.locator(".range.after[width]").count()).isEqualTo(1);
  }

  @Test
  void endsWhereTheMouseIsLetGoOutsideTheChart() {
    Page page = browser.page();
    Locator plot = open(page);
    BoundingBox first = column(plot, 9);
    page.mouse().move(middle(first), first.y + 40);
    page.mouse().down();
    page.mouse().move(middle(column(plot, 13)), first.y + 40, steps(8));
    page.mouse().move(middle(column(plot, 13)), first.y - 60, steps(4));
    page.mouse().up();
    assertThat(marked(page)).contains("9 Mar 2026", "12 Apr 2026");

    // It is over: moving on without the button marks nothing.
    page.mouse().move(middle(first), first.y + 40, steps(4));
    page.mouse().move(middle(column(plot, 2)), first.y + 40, steps(4));
    assertThat(marked(page)).contains("9 Mar 2026", "12 Apr 2026");
  }

  @Test
  void dragsAcrossWithAFinger() {
    try (Page touched = browser.newPage(touch())) {
      Locator plot = open(touched);
      BoundingBox first = column(plot, 9);
      double y = first.y + 50;
      CDPSession finger = touched.context().newCDPSession(touched);
      touch(finger, "touchStart", middle(first), y);
      for (int at = 10; at <= 13; at++) {
        touch(finger, "touchMove", middle(column(plot, at)), y);
      }
      touch(finger, "touchEnd", 0, 0);
      touched.locator("#take-before:enabled").waitFor();

      assertThat(marked(touched)).contains("9 Mar 2026", "12 Apr 2026");
      assertThat(touched.url()).contains("/trends");
    }
  }

  @Test
  void opensTheDocumentsOfAColumnThatIsTapped() {
    try (Page touched = browser.newPage(touch())) {
      BoundingBox rumour = column(open(touched), 13);
      touched.touchscreen().tap(middle(rumour), rumour.y + 50);
      touched.waitForURL("**/search?**");

      assertThat(touched.url())
          .contains("place=tangier", "from=2026-04-06", "to=2026-04-12", "relevant=true");
    }
  }

  private static Browser.NewPageOptions touch() {
    return new Browser.NewPageOptions().setViewportSize(800, 900).setHasTouch(true);
  }

  private static void touch(CDPSession finger, String type, double x, double y) {
    JsonArray points = new JsonArray();
    if (!type.equals("touchEnd")) {
      JsonObject point = new JsonObject();
      point.addProperty("x", x);
      point.addProperty("y", y);
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    finger.send("Input.dispatchTouchEvent", event);
  }

  private static Mouse.MoveOptions steps(int count) {
    return new Mouse.MoveOptions().setSteps(count);
  }
}
