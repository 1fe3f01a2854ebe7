// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.marsad.model.MovableClock;

class FailedLoginsTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final FailedLogins failures = new FailedLogins(3, clock);

  @Test
  void pausesGrowAndEnd() {
    fail("a", 3);
    assertThat(failures.begin("a")).isEqualTo(Duration.ofSeconds(30));
    assertThat(failures.begin("b")).isZero();
    clock.move(Duration.ofSeconds(30));
    assertThat(failures.begin("a")).isZero();
    assertThat(failures.begin("a")).isEqualTo(Duration.ofSeconds(60));
    for (int i = 0; i < 100; i++) {
      clock.move(failures.begin("a"));
    }
    assertThat(failures.begin("a")).isLessThanOrEqualTo(Duration.ofMinutes(15));
    clock.move(Duration.ofHours(25));
    fail("a", 3);
  }

  @Test
  void aSuccessClearsTheNameAndTakesOneBackFromTheAddress() {
    fail("a", 3);
    failures.clear("a");
    fail("a", 2);
    failures.takeBack("a");
    failures.takeBack("a");
    fail("a", 2);
    assertThat(failures.begin("a")).isZero();
    assertThat(failures.begin("a")).isPositive();
  }

  @Test
  void forgetsTheOldestOfVeryMany() {
    fail("first", 3);
    for (int i = 0; i < 9_999; i++) {
      fail("n" + i, 1);
    }
    assertThat(failures.begin("first")).isPositive();
    fail("one more", 1);
    fail("and one", 1);
    assertThat(failures.begin("first")).as("asked for just now").isPositive();
    assertThat(failures.size()).isEqualTo(10_000);
  }

  private void fail(String key, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(failures.begin(key)).isZero();
    }
  }
}
