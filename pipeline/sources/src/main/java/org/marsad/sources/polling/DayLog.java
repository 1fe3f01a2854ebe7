// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of a feed and its pages on one day of Morocco.
 *
 * @param statuses how often each HTTP status came; "none" where no answer did
 * @param items new ones
 * @param duplicates those among them that another feed of the domain had taken on
 */
record DayLog(
    LocalDate day, Map<String, Integer> statuses, int items, int duplicates, int rejections) {

  static final DayLog NONE = new DayLog(LocalDate.EPOCH, Map.of(), 0, 0, 0);

  DayLog {
    statuses = Map.copyOf(statuses);
  }

  /** This one, or an empty one where another day has begun. */
  DayLog on(LocalDate today) {
    return today.equals(day) ? this : new DayLog(today, Map.of(), 0, 0, 0);
  }

  /**
   * @param status null where nothing was asked for
   */
  DayLog with(@Nullable String status, int newItems, int newDuplicates, int newRejections) {
    Map<String, Integer> counts = new TreeMap<>(statuses);
    if (status != null) {
      counts.merge(status, 1, Integer::sum);
    }
    return new DayLog(
        day, counts, items + newItems, duplicates + newDuplicates, rejections + newRejections);
  }
}
