// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuietHoursTest {
  /** Morocco is at +01:00, and at +00:00 from 2026-02-15T03:00 to 2026-03-22T02:00, in Ramadan. */
  @ParameterizedTest
  @CsvSource({
    "22:00, 07:00, 2026-05-04T20:59:59Z, 2026-05-04T20:59:59Z, Africa/Casablanca",
    "22:00, 07:00, 2026-05-04T21:00:00Z, 2026-05-05T06:00:00Z, Africa/Casablanca",
    "22:00, 07:00, 2026-05-05T05:59:59Z, 2026-05-05T06:00:00Z, Africa/Casablanca",
    "22:00, 07:00, 2026-05-05T06:00:00Z, 2026-05-05T06:00:00Z, Africa/Casablanca",
    "13:00, 15:00, 2026-05-05T12:30:00Z, 2026-05-05T14:00:00Z, Africa/Casablanca",
    "13:00, 13:00, 2026-05-05T12:00:00Z, 2026-05-05T12:00:00Z, Africa/Casablanca",
    "22:00, 07:00, 2026-02-14T21:00:00Z, 2026-02-15T07:00:00Z, Africa/Casablanca",
    "22:00, 07:00, 2026-03-21T22:00:00Z, 2026-03-22T06:00:00Z, Africa/Casablanca",
    "22:00, 02:30, 2026-02-15T02:10:00Z, 2026-02-15T02:30:00Z, Africa/Casablanca",
    "22:00, 02:30, 2026-03-28T22:00:00Z, 2026-03-29T01:30:00Z, Europe/Paris",
    "22:00, 07:00, 2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z, Europe/Paris",
  })
  void theNextMomentIsByTheClockOnTheWall(
      LocalTime from, LocalTime to, Instant now, Instant next, String zone) {
    assertThat(new QuietHours(from, to).next(now, ZoneId.of(zone))).isEqualTo(next);
  }
}
