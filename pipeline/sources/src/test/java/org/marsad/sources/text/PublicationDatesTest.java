// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDatesTest {
  private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-07-20T14:30:00Z|2026-07-20T14:30:00Z",
        "2026-07-20T14:30:00+01:00|2026-07-20T13:30:00Z",
        "2026-07-20T14:30:00+0100|2026-07-20T13:30:00Z",
        "2026-07-20T14:30:00.123456+01:00|2026-07-20T13:30:00.123456Z",
        "2026-07-20 14:30:00|2026-07-20T13:30:00Z",
        "2026-07-20T14:30|2026-07-20T13:30:00Z",
        "2026-07-20|2026-07-20T11:00:00Z",
        "Mon, 20 Jul 2026 14:30:00 +0100|2026-07-20T13:30:00Z",
        "1784554200|2026-07-20T13:30:00Z",
        "1784554200000|2026-07-20T13:30:00Z"
      })
  void readsWhatMachinesWrite(String stated, Instant date) {
    assertThat(PublicationDates.parse(stated, NOW)).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2082-01-01", "1970-01-01", "0001-01-01T00:00:00Z", "hier", "", "2026-13-40"})
  void refusesWhatIsNoPublicationDate(String stated) {
    assertThat(PublicationDates.parse(stated, NOW)).isNull();
  }

  /** Morocco keeps UTC in Ramadan, and UTC+1 otherwise. */
  @Test
  void knowsTheRamadanOffset() {
    assertThat(PublicationDates.parse("2026-03-01 12:00:00", NOW))
        .isEqualTo("2026-03-01T12:00:00Z");
  }

  @Test
  void readsTheDateInAPath() {
    assertThat(PublicationDates.ofUrl("https://exemple.ma/2026/07/20/titre", NOW))
        .isEqualTo("2026-07-20T11:00:00Z");
    assertThat(PublicationDates.ofUrl("https://exemple.ma/2026/20/40/titre", NOW)).isNull();
    assertThat(PublicationDates.ofUrl("https://exemple.ma/titre", NOW)).isNull();
  }
}
