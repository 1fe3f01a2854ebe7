// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential back-off, jittered so that feeds that failed together do not return together. */
final class Backoff {
  static final Duration MAX = Duration.ofHours(24);
  private static final int MAX_DOUBLINGS = 20;

  private Backoff() {}

  /**
   * The polling interval doubled with each failure after the first, plus up to a quarter; at most a
   * day.
   *
   * @param failures in a row, this one included
   */
  static Duration delay(Duration pollEvery, int failures, RandomGenerator random) {
    long base = Math.max(1, pollEvery.toMillis());
    double doubled = base * Math.pow(2, Math.min(failures - 1, MAX_DOUBLINGS));
    double jittered = doubled * (1 + random.nextDouble() / 4);
    return Duration.ofMillis((long) Math.min(jittered, MAX.toMillis()));
  }
}
