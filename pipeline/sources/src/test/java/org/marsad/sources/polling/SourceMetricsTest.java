// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;

/** The names are API. */
class SourceMetricsTest {
  private final Map<String, Gauge<?>> gauges = new HashMap<>();
  private final Map<String, Counter> counters = new HashMap<>();
  private final UnregisteredMetricsGroup group =
      new UnregisteredMetricsGroup() {
        @Override
        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
          gauges.put(name, gauge);
          return gauge;
        }

        @Override
        public <C extends Counter> C counter(String name, C counter) {
          counters.put(name, counter);
          return counter;
        }
      };

  @Test
  void countsFeedsByWhatTheirLastPollCameTo() {
    SourceGauges sources = new SourceGauges(group);
    sources.heard(health("a", SourceState.OK, null));
    sources.heard(health("b", SourceState.OK, Instant.EPOCH));
    sources.heard(health("c", SourceState.REFUSED, null));
    sources.heard(health("c", SourceState.THROTTLED, null));

    Map<String, Object> values = new HashMap<>();
    gauges.forEach((name, gauge) -> values.put(name, gauge.getValue()));
    assertThat(values)
        .isEqualTo(
            Map.of(
                "sourcesOk", 2L,
                "sourcesFailing", 0L,
                "sourcesThrottled", 1L,
                "sourcesRefused", 0L,
                "sourcesOff", 0L,
                "sourcesSilent", 1L));
  }

  @Test
  void countsRequestsByStatusAndBytes() {
    FetchCounters fetches = new FetchCounters(group);
    fetches.answered(200, 1000);
    fetches.answered(204, 0);
    fetches.answered(503, 24);
    fetches.answered(999, 0);
    fetches.unanswered();

    Map<String, Long> values = new HashMap<>();
    counters.forEach((name, counter) -> values.put(name, counter.getCount()));
    assertThat(values)
        .isEqualTo(
            Map.of(
                "fetches1xx", 0L,
                "fetches2xx", 2L,
                "fetches3xx", 0L,
                "fetches4xx", 0L,
                "fetches5xx", 2L,
                "fetchesUnanswered", 1L,
                "bytesFetched", 1024L));
  }

  private static SourceHealth health(
      String feed, SourceState state, @Nullable Instant silentSince) {
    return new SourceHealth(
        feed,
        feed,
        feed,
        "https://outlet.example/" + feed,
        state,
        null,
        null,
        Instant.EPOCH,
        null,
        null,
        null,
        0,
        0,
        new SourceActivity("FEED", null, silentSince, null, null, "2026-01-01", Map.of(), 0, 0, 0));
  }
}
