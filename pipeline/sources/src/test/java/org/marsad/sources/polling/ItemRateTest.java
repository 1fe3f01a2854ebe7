// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Simulated feeds, polled each half hour. */
class ItemRateTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(30);
  private static final int STEPS_A_DAY = 48;

  /** A source over time: its rate, and when its last item came. */
  private static final class Feed {
    private final Random random;
    private final double perDay;
    private ItemRate rate = ItemRate.NONE;
    private Instant now = START;
    private Instant lastItem = START;
    private int alarms;
    private boolean silent;

    Feed(double perDay, long seed) {
      this.perDay = perDay;
      this.random = new Random(seed);
    }

    /** Nothing at night, a third on weekends. */
    void publish(int days) {
      for (int step = 0; step < days * STEPS_A_DAY; step++) {
        int ofDay = step % STEPS_A_DAY;
        int weekday = step / STEPS_A_DAY % 7;
        boolean night = ofDay < 14 || ofDay >= 46;
        double expected = night ? 0 : perDay / 32 * (weekday < 5 ? 1 : 1.0 / 3);
        poll(poisson(expected));
      }
    }

    /** Hours of silence until it is noticed. */
    long fallSilent() {
      Instant from = now;
      while (!silent) {
        poll(0);
      }
      return Duration.between(from, now).toHours();
    }

    private void poll(int items) {
      now = now.plus(STEP);
      lastItem = items > 0 ? now : lastItem;
      rate = rate.with(now, items);
      boolean was = silent;
      silent = rate.isSilent(lastItem, now);
      alarms += silent && !was ? 1 : 0;
    }

    private int poisson(double mean) {
      int count = 0;
      for (double left = Math.exp(-mean), product = random.nextDouble(); product > left; count++) {
        product *= random.nextDouble();
      }
      return count;
    }
  }

  @Test
  void nightsAndWeekendsAreNoSilence() {
    int alarms = 0;
    for (int seed = 0; seed < 20; seed++) {
      Feed feed = new Feed(seed % 2 == 0 ? 4 : 40, seed);
      feed.publish(90);
      alarms += feed.alarms;
    }

    // Five years of a source, all in all.
    assertThat(alarms).isLessThanOrEqualTo(5);
  }

  @Test
  void theLivelierAFeedTheSoonerItsSilenceIsNoticed() {
    Feed lively = new Feed(40, 1);
    Feed slow = new Feed(4, 1);
    lively.publish(28);
    slow.publish(28);

    assertThat(lively.fallSilent()).isBetween(6L, 24L);
    assertThat(slow.fallSilent()).isBetween(24L, 168L);
  }

  @Test
  void aSilenceOfMonthsDoesNotBecomeTheRule() {
    Feed feed = new Feed(10, 3);
    feed.publish(28);
    for (int poll = 0; poll < 120 * STEPS_A_DAY; poll++) {
      feed.poll(0);
    }

    assertThat(feed.silent).isTrue();
    assertThat(feed.rate.perDay()).isBetween(6.0, 10.0);
    assertThat(feed.rate.days()).hasSizeLessThanOrEqualTo(2 * ItemRate.DAYS);
  }

  @Test
  void aWeekIsTheLeastToJudgeBy() {
    Feed feed = new Feed(40, 4);
    feed.publish(5);

    assertThat(feed.rate.perDay()).isNull();
    assertThat(feed.rate.isSilent(START, START.plus(Duration.ofDays(100)))).isFalse();
  }
}
