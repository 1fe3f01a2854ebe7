// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marsad.model.net.RetryAfter;

class PausesTest {
  private static final Instant NOW = Instant.parse("2026-07-20T12:00:00Z");
  private static final URI ONE = URI.create("https://one.example.com/feed");
  private static final URI OTHER = URI.create("https://other.example.com/feed");
  private static final URI THIRD = URI.create("https://third.example.com/");
  private static final URI FOREIGN = URI.create("https://example.org/");

  private final Pauses pauses = new Pauses(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));

  @Test
  void whatOneHostAsksHoldsForIt() {
    pauses.asked(ONE, 429, NOW.plusSeconds(60), NOW);

    assertThat(pauses.until(ONE)).isEqualTo(NOW.plusSeconds(60));
    assertThat(pauses.until(OTHER)).isEqualTo(Instant.EPOCH);
  }

  @Test
  void whatTwoHostsAskHoldsForTheDomain() {
    pauses.asked(ONE, 429, NOW.plusSeconds(60), NOW);
    pauses.asked(OTHER, 503, NOW.plusSeconds(90), NOW);

    assertThat(pauses.until(THIRD)).isEqualTo(NOW.plusSeconds(90));
    assertThat(pauses.until(FOREIGN)).isEqualTo(Instant.EPOCH);
  }

  @Test
  void aPauseThatIsOverDoesNotSpreadToTheDomain() {
    pauses.asked(ONE, 429, NOW.minusSeconds(1), NOW);
    pauses.asked(OTHER, 429, NOW.plusSeconds(90), NOW);

    assertThat(pauses.until(THIRD)).isEqualTo(Instant.EPOCH);
  }

  @Test
  void pausesWithoutATimeGrowUpToADay() {
    for (int row = 0; row < 4; row++) {
      Duration least = Duration.ofMinutes(10L << row);
      assertThat(Duration.between(NOW, pauses.asked(ONE, 429, null, NOW).until()))
          .isBetween(least, least.multipliedBy(5).dividedBy(4));
    }
    for (int row = 4; row < 20; row++) {
      pauses.asked(ONE, 429, null, NOW);
    }
    assertThat(pauses.until(ONE)).isEqualTo(NOW.plus(RetryAfter.MAX));
  }

  @Test
  void aGoodAnswerEndsTheRow() {
    pauses.asked(ONE, 429, null, NOW);
    pauses.asked(ONE, 429, null, NOW);
    pauses.answered(ONE);

    assertThat(pauses.until(ONE)).isEqualTo(Instant.EPOCH);
    assertThat(pauses.asked(ONE, 429, null, NOW).until()).isBefore(NOW.plusSeconds(15 * 60));
  }
}
