// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.model.DatedBy;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

class SearchDelayTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");

  private final List<Histogram> registered = new ArrayList<>();
  private final SearchDelay delay =
      new SearchDelay(
          new UnregisteredMetricsGroup() {
            @Override
            public <H extends Histogram> H histogram(String name, H histogram) {
              assertThat(name).isEqualTo("searchDelayMillis");
              registered.add(histogram);
              return histogram;
            }
          },
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void measuresFromPublicationToNow() {
    add(Duration.ofSeconds(90), DatedBy.FEED);
    add(Duration.ofSeconds(30), DatedBy.PAGE_TIME);
    assertThat(measured()).containsExactlyInAnyOrder(90_000, 30_000);
  }

  @Test
  void aDayIsNoTimeAndAnOldTextTellsNothing() {
    add(Duration.ofHours(2), DatedBy.PAGE_DAY);
    add(Duration.ofHours(2), DatedBy.FEED_DAY);
    add(Duration.ofHours(2), DatedBy.URL_DAY);
    add(Duration.ofHours(25), DatedBy.FEED);
    add(Duration.ofHours(-1), DatedBy.FEED);
    add(null, null);
    assertThat(measured()).isEmpty();
  }

  @Test
  void onlyTheLastOnesCount() {
    for (int n = 0; n < SearchDelay.WINDOW + 7; n++) {
      add(Duration.ofSeconds(n < 7 ? 5_000 : 60), DatedBy.FEED);
    }
    assertThat(measured()).hasSize(SearchDelay.WINDOW).containsOnly(60_000);
  }

  private long[] measured() {
    return registered.get(0).getStatistics().getValues();
  }

  private void add(@Nullable Duration ago, @Nullable DatedBy datedBy) {
    delay.add(
        Document.builder("id", "outlet", DocumentKind.ARTICLE, "text", NOW, "made:id")
            .published(ago == null ? null : NOW.minus(ago))
            .datedBy(datedBy)
            .build());
  }
}
