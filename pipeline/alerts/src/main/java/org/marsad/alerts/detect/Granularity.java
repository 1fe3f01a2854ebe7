// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import java.time.temporal.ChronoUnit;
import java.util.List;

/** How long a bucket is, with the one configuration of the detector for it. */
public enum Granularity {
  /** Sums of three days see what rises slowly; seasons rise fast enough to need a trend. */
  DAY(
      ChronoUnit.DAYS,
      new Method(
          new Method.Past(List.of(Cycle.WEEKDAY), 56, 7, 21, 6, 21),
          List.of(1, 3),
          0.0075,
          new Method.Closing(0.1, 3))),
  /** Three weeks show no trend that would hold, so its prior is as good as fixed. */
  HOUR(
      ChronoUnit.HOURS,
      new Method(
          new Method.Past(List.of(Cycle.WEEKDAY, Cycle.HOUR), 21 * 24, 24, 7 * 24, 1e6, 7 * 24),
          List.of(1),
          1e-4,
          new Method.Closing(0.05, 24)));

  private final ChronoUnit unit;
  private final Method method;

  Granularity(ChronoUnit unit, Method method) {
    this.unit = unit;
    this.method = method;
  }

  public ChronoUnit unit() {
    return unit;
  }

  public Method method() {
    return method;
  }
}
