// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.evaluate;

import java.util.List;

/**
 * An hourly series of which it is known when something happened.
 *
 * @param counts one an hour
 * @param windows in which an alarm counts as right; they do not overlap
 */
public record HourlySeries(long[] counts, List<Window> windows) {
  /** Hours, the first one included and the last one not. */
  public record Window(int from, int to) {
    boolean contains(int hour) {
      return hour >= from && hour < to;
    }
  }
}
