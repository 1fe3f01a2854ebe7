// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.evaluate;

/**
 * A daily series of which it is known when something happened.
 *
 * @param counts one a day; the first ones are only for learning
 * @param outbreak for each of the last days, which are judged, whether it has cases of the outbreak
 */
public record DailySeries(long[] counts, boolean[] outbreak) {

  /** The first day that is judged. */
  int firstJudged() {
    return counts.length - outbreak.length;
  }
}
