// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import java.time.DayOfWeek;
import java.time.LocalDateTime;

/** A habit that repeats: each of its phases has a factor of its own on the expected count. */
enum Cycle {
  WEEKDAY(7) {
    @Override
    int phase(LocalDateTime time) {
      return time.getDayOfWeek().ordinal();
    }
  },
  HOUR(24) {
    @Override
    int phase(LocalDateTime time) {
      return time.getHour();
    }
  },
  /** The hours of Saturday and Sunday have another shape than those of a working day. */
  WEEKEND_HOUR(48) {
    @Override
    int phase(LocalDateTime time) {
      boolean weekend = time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
      return time.getHour() + (weekend ? 24 : 0);
    }
  };

  final int length;

  Cycle(int length) {
    this.length = length;
  }

  abstract int phase(LocalDateTime time);
}
