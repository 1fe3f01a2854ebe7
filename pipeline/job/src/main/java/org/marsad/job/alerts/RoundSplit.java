// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.connector.source.SourceSplit;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;

/**
 * How far the rounds have come; there is one.
 *
 * @param ends when the bucket of the last round ended; nothing for a granularity before its first
 */
record RoundSplit(Map<Granularity, Instant> ends) implements SourceSplit {
  /** Before the first start. */
  static final RoundSplit NEW = new RoundSplit(Map.of());

  RoundSplit {
    ends = Map.copyOf(ends);
  }

  @Override
  public String splitId() {
    return "rounds";
  }

  @Nullable Instant end(Granularity granularity) {
    return ends.get(granularity);
  }

  RoundSplit with(Granularity granularity, Instant end) {
    Map<Granularity, Instant> later = new EnumMap<>(Granularity.class);
    later.putAll(ends);
    later.put(granularity, end);
    return new RoundSplit(later);
  }
}
