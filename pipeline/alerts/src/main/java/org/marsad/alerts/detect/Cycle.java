// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import java.time.LocalDateTime;

/** A habit that repeats: each of its phases has a factor of its own on the expected count. */
public enum Cycle {
  WEEKDAY(7) {
    @Override
    int phase(LocalDateTime time) {
      return time.getDayOfWeek().getValue() - 1;
    }
  },
  HOUR(24) {
    @Override
    int phase(LocalDateTime time) {
      return time.getHour();
    }
  };

  final int length;

  Cycle(int length) {
    this.length = length;
  }

  abstract int phase(LocalDateTime time);
}
