// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

/**
 * How much one client may ask for; see {@link Cost}.
 *
 * @param burst tokens at once, after a rest
 * @param perSecond tokens in the long run
 * @param atOnce answers of middle cost that are worked out at the same time
 * @param greatAtOnce answers of great cost that are
 */
public record RateLimit(int burst, int perSecond, int atOnce, int greatAtOnce) {
  /**
   * A page asks for some forty tokens, so that a person who opens one each second is never refused,
   * and a program that searches without end gets ten searches a second. The overview asks six
   * costly questions at once, and those of a page that was just left may still be under way.
   */
  public static final RateLimit USUAL = new RateLimit(1_200, 50, 8, 1);

  /** For measuring, and for tests, which ask much in little time. */
  public static final RateLimit NONE =
      new RateLimit(1_000_000, 1_000_000, Integer.MAX_VALUE, Integer.MAX_VALUE);
}
