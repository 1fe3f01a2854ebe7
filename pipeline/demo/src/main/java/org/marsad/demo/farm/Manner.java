// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo.farm;

import java.time.Duration;

/**
 * How a host behaves.
 *
 * @param robots its robots.txt
 * @param crawlDelay that robots.txt asks for; zero where it asks for none
 * @param delay before each answer
 * @param faults of a thousand answers, how many go wrong
 */
record Manner(String robots, Duration crawlDelay, Duration delay, int faults) {
  private static final String RULES = "User-agent: *\nDisallow: /private/\n";

  /** Each tenth host asks for a crawl-delay; all of them are a little different. */
  static Manner of(int host) {
    Duration crawlDelay = host % 10 == 3 ? Duration.ofSeconds(3) : Duration.ZERO;
    String robots = crawlDelay.isZero() ? RULES : RULES + "Crawl-delay: 3\n";
    return new Manner(robots, crawlDelay, Duration.ofMillis(host * 37L % 300), host % 4 * 20);
  }
}
