// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-07-20T12:00:00Z");

  @Test
  void readsSecondsAndDates() {
    assertThat(RetryAfter.parse("120", NOW)).isEqualTo(NOW.plusSeconds(120));
    assertThat(RetryAfter.parse("Mon, 20 Jul 2026 13:00:00 GMT", NOW))
        .isEqualTo(NOW.plusSeconds(3600));
  }

  @Test
  void isNeverLongerThanADay() {
    assertThat(RetryAfter.parse("99999999999999", NOW)).isEqualTo(NOW.plus(RetryAfter.MAX));
    assertThat(RetryAfter.parse("Tue, 20 Jul 2038 13:00:00 GMT", NOW))
        .isEqualTo(NOW.plus(RetryAfter.MAX));
  }

  @Test
  void ignoresWhatItCannotRead() {
    assertThat(RetryAfter.parse("soon", NOW)).isNull();
    assertThat(RetryAfter.parse(null, NOW)).isNull();
  }
}
