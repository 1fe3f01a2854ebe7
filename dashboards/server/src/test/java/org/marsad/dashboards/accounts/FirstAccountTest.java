// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.index.IndexUnavailableException;
import org.marsad.model.MovableClock;

class FirstAccountTest {
  private static final Duration ALMOST = FirstAccount.NONE_HOLDS.minusNanos(1);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final FirstAccount first = new FirstAccount(this::ask, clock);
  private boolean noneIsKept = true;
  private @Nullable IndexUnavailableException outage;
  private int asked;

  private boolean ask() {
    asked++;
    if (outage != null) {
      throw outage;
    }
    return noneIsKept;
  }

  @Test
  void noneIsBelievedForASecondAndNotLonger() {
    for (int i = 0; i < 100; i++) {
      assertThat(first.isMade()).isFalse();
    }
    noneIsKept = false;
    clock.move(ALMOST);
    assertThat(first.isMade()).isFalse();
    assertThat(asked).isEqualTo(1);
    clock.move(Duration.ofNanos(1));
    assertThat(first.isMade()).isTrue();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void oneIsBelievedForGood() {
    noneIsKept = false;
    assertThat(first.isMade()).isTrue();
    noneIsKept = true;
    clock.move(Duration.ofDays(365));
    assertThat(first.isMade()).isTrue();
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void whatThisProgramMakesCountsAtOnce() {
    assertThat(first.isMade()).isFalse();
    first.made();
    clock.move(Duration.ofHours(1));
    assertThat(first.isMade()).isTrue();
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void aClockThatIsSetBackLetsNobodyInForLonger() {
    assertThat(first.isMade()).isFalse();
    noneIsKept = false;
    clock.move(Duration.ofHours(-1));
    assertThat(first.isMade()).isTrue();
  }

  @Test
  void anOutageChangesNothingThatIsKnownAndIsToldOnceASecondWhereNothingIs() {
    outage = new IndexUnavailableException("away", null);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(first::isMade).isSameAs(outage);
    }
    assertThat(asked).isEqualTo(1);
    clock.move(FirstAccount.NONE_HOLDS);
    assertThatThrownBy(first::isMade).as("an outage is no answer").isSameAs(outage);
    outage = null;
    clock.move(FirstAccount.NONE_HOLDS);
    assertThat(first.isMade()).isFalse();
    outage = new IndexUnavailableException("away again", null);
    clock.move(FirstAccount.NONE_HOLDS);
    assertThat(first.isMade()).isFalse();
    outage = null;
    noneIsKept = false;
    clock.move(FirstAccount.NONE_HOLDS);
    assertThat(first.isMade()).isTrue();
  }

  @Test
  void manyAtOnceAskOnce() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(16);
    try {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        answers.add(people.submit(first::isMade));
      }
      for (Future<Boolean> answer : answers) {
        assertThat(answer.get()).isFalse();
      }
      assertThat(asked).isEqualTo(1);
    } finally {
      people.shutdownNow();
    }
  }
}
