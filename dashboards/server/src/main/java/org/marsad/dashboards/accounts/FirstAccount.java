// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.marsad.index.IndexUnavailableException;

/**
 * Whether the first account has been made, from which on everybody logs in. Every request wants to
 * know, so that there is none is believed for a second, in which another program may make it; that
 * there was one is believed for good. Nothing that is removed or lost later lets anybody in without
 * a login, until this program starts anew and finds none. Thread-safe.
 */
final class FirstAccount {
  static final Duration NONE_HOLDS = Duration.ofSeconds(1);

  private final BooleanSupplier noneIsKept;
  private final Clock clock;
  private volatile @Nullable Answer latest;

  /**
   * @param noneIsKept asks the index; may throw what the index throws
   */
  FirstAccount(BooleanSupplier noneIsKept, Clock clock) {
    this.noneIsKept = noneIsKept;
    this.clock = clock;
  }

  /**
   * @param outage in place of an answer, where there never was one
   * @param at when it was asked for
   */
  private record Answer(boolean isMade, @Nullable IndexUnavailableException outage, Instant at) {
    boolean holds(Instant now) {
      // A clock that was set back must not make an answer last.
      return isMade || (!now.isBefore(at) && now.isBefore(at.plus(NONE_HOLDS)));
    }
  }

  /**
   * @throws IndexUnavailableException while it is not known
   */
  boolean isMade() {
    Answer answer = latest;
    if (answer == null || !answer.holds(clock.instant())) {
      answer = ask();
    }
    IndexUnavailableException outage = answer.outage();
    if (outage != null) {
      throw outage;
    }
    return answer.isMade();
  }

  /** By this program, which need not ask any more. */
  synchronized void made() {
    latest = new Answer(true, null, clock.instant());
  }

  /** One request asks, the others that came meanwhile take its answer. */
  private synchronized Answer ask() {
    Answer former = latest;
    Instant now = clock.instant();
    if (former != null && former.holds(now)) {
      return former;
    }
    Answer answer;
    try {
      answer = new Answer(!noneIsKept.getAsBoolean(), null, now);
    } catch (IndexUnavailableException outage) {
      // While the index is away nobody can add an account to it, so that the person at this
      // computer still hears how things stand. The wait for it counts for all who waited.
      boolean noneKnown = former != null && former.outage() == null;
      answer = new Answer(false, noneKnown ? null : outage, clock.instant());
    }
    latest = answer;
    return answer;
  }
}
