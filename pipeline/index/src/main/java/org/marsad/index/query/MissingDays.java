// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;
import org.marsad.model.SourceHealth;

/** Finds the days of which a followed source is missing. */
final class MissingDays {
  /** A source that brought nothing for so long is not waited for any more. */
  private static final Period USUAL = Period.ofYears(1);

  private static final SortedMap<LocalDate, Integer> NO_DAYS = Collections.emptySortedMap();

  private MissingDays() {}

  /**
   * For the other parameters see {@link DocumentQueries#gaps}.
   *
   * @param followed the health of every feed
   */
  static List<SourceGap> of(
      Reader reader,
      List<SourceHealth> followed,
      List<String> sources,
      LocalDate from,
      LocalDate to,
      Clock clock) {
    List<String> asked =
        followed.stream()
            .map(SourceHealth::outletId)
            .distinct()
            .filter(id -> sources.isEmpty() || sources.contains(id))
            .sorted()
            .toList();
    LocalDate yesterday = LocalDate.now(clock.withZone(Morocco.TIME)).minusDays(1);
    LocalDate last = to.isAfter(yesterday) ? yesterday : to;
    if (asked.isEmpty() || last.isBefore(from)) {
      return List.of();
    }
    Filters past = Filters.NONE.ofSources(asked).between(from.minus(USUAL), last);
    Map<String, SortedMap<LocalDate, Integer>> days = SourceDays.of(reader.overTime(), past);
    return GapRates.told(
        reader.overTime(),
        asked.stream()
            .filter(days::containsKey)
            .flatMap(id -> SourceGaps.of(id, days.getOrDefault(id, NO_DAYS), last).stream())
            .filter(gap -> !gap.to().isBefore(from))
            .toList());
  }
}
