// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.model.Intake;
import org.marsad.model.MovableClock;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetchStep;

class NetworkPollerTest {
  private static final OutletFeed FEED =
      new OutletFeed(
              "reddit",
              "Reddit",
              null,
              URI.create("https://oauth.reddit.com/r/Morocco/new"),
              FeedContent.POSTS,
              null,
              null)
          .in(FeedForm.REDDIT, Map.of());

  private final MovableClock clock = new MovableClock(States.NOW);
  private final PollingSettings settings = PollingSettings.defaults();

  @Test
  void waitsAsLongAsTheNetworkSays() throws Exception {
    Instant until = States.NOW.plusSeconds(90);

    assertThat(health(until).nextDue()).isEqualTo(until);
  }

  /** By its clock the pause is over; by ours, the network would be asked again and again. */
  @Test
  void asksNeverAtOnceWhereTheNetworksClockIsBehind() throws Exception {
    Instant usual = States.NOW.plus(settings.pollEvery(FEED));

    assertThat(health(States.NOW.minus(Duration.ofHours(3))).nextDue()).isEqualTo(usual);
    assertThat(health(States.NOW).nextDue()).isEqualTo(usual);
  }

  @Test
  void asksARefuserOnceADay() throws Exception {
    assertThat(health(null).nextDue()).isEqualTo(States.NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void namesThePageThatAPersonSees() throws Exception {
    assertThat(health(null).url()).isEqualTo("https://www.reddit.com/r/Morocco/new");
    assertThat(health(null).feedId()).isEqualTo(FEED.id());
  }

  private SourceHealth health(@Nullable Instant until) throws InterruptedException {
    FetchStep.Fault fault = new FetchStep.Fault(SourceState.THROTTLED, 429, "wait", until);
    return new NetworkPoller(settings, clock)
        .poll(FEED, FeedState.NEW, cursor -> FetchStep.fault(cursor, fault)).records().stream()
            .map(Intake::health)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
  }
}
