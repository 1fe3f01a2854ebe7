// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;

/**
 * How many of a reader's feeds are in each state, and how many are silent: {@code sourcesOk},
 * {@code sourcesFailing}, {@code sourcesThrottled}, {@code sourcesRefused}, {@code sourcesOff},
 * {@code sourcesSilent}. The names are API. A feed counts from its first poll on.
 */
final class SourceGauges {
  private record Standing(SourceState state, boolean silent) {}

  private final Map<String, Standing> feeds = new ConcurrentHashMap<>();

  SourceGauges(MetricGroup metrics) {
    for (SourceState state : SourceState.values()) {
      String name = state.name().charAt(0) + state.name().substring(1).toLowerCase(Locale.ROOT);
      metrics.<Long, Gauge<Long>>gauge("sources" + name, () -> count(state));
    }
    metrics.<Long, Gauge<Long>>gauge(
        "sourcesSilent", () -> feeds.values().stream().filter(Standing::silent).count());
  }

  void heard(SourceHealth health) {
    feeds.put(health.feedId(), new Standing(health.state(), health.silent()));
  }

  private long count(SourceState state) {
    return feeds.values().stream().filter(feed -> feed.state() == state).count();
  }
}
