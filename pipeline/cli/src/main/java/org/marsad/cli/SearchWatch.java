// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.demo.farm.FarmItem;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexRefusedException;
import org.marsad.index.IndexUnavailableException;
import org.marsad.index.benchmark.Census;

/** When a search first found the items of a farm, as near as somebody looks. */
final class SearchWatch {
  private final Clock clock = Clock.systemUTC();
  private final Map<String, Instant> found = new HashMap<>();
  private @Nullable Instant began;

  /**
   * @param index null while it is starting: nothing can be found then
   */
  void look(@Nullable URI index) {
    if (index == null) {
      return;
    }
    try (IndexConnection connection = IndexConnection.open(new IndexAddress(index, null))) {
      Iterable<String> ids = new Census(connection.within(Duration.ofSeconds(2))).searchable();
      Instant now = clock.instant();
      for (String id : ids) {
        if (began == null) {
          began = now;
        }
        found.putIfAbsent(id, now);
      }
    } catch (IndexUnavailableException | IndexRefusedException away) {
      // It is looked for again soon.
    }
  }

  boolean hasBegun() {
    return began != null;
  }

  /** Of what was published once the first was found, shortest first. */
  List<Duration> delays(List<FarmItem> items) {
    Instant from = began;
    List<Duration> delays = new ArrayList<>();
    for (FarmItem item : items) {
      Instant seen = found.get(FarmAccount.id(item));
      if (from != null && seen != null && item.published().isAfter(from)) {
        delays.add(Duration.between(item.published(), seen));
      }
    }
    Collections.sort(delays);
    return delays;
  }
}
