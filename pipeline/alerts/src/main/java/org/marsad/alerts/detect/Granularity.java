// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import java.time.temporal.ChronoUnit;
import java.util.List;

/** How long a bucket is, with the one configuration of the detector for it. */
public enum Granularity {
  DAY(
      ChronoUnit.DAYS,
      new Method(List.of(Cycle.WEEKDAY), 56, 7, 21, List.of(1, 3), 0.005, 21, 0.1, 3)),
  HOUR(
      ChronoUnit.HOURS,
      new Method(
          List.of(Cycle.WEEKDAY, Cycle.HOUR),
          14 * 24,
          24,
          5 * 24,
          List.of(1, 3),
          1e-4,
          7 * 24,
          0.05,
          24));

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
