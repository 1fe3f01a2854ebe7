// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

/**
 * How much one client may ask for, in tokens; see {@link Cost}.
 *
 * @param burst at once, after a rest
 * @param perSecond in the long run
 */
public record RateLimit(int burst, int perSecond) {
  /**
   * A page asks for some twenty tokens, so that a person who opens one each second is never
   * refused, and a program that searches without end gets ten searches a second.
   */
  public static final RateLimit USUAL = new RateLimit(1_200, 50);
}
