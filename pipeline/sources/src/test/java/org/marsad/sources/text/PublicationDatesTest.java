// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDatesTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-07-20T14:30:00Z                   | 2026-07-20T14:30:00Z
          2026-07-20T14:30:00+01:00              | 2026-07-20T13:30:00Z
          2026-07-20T14:30:00+0100               | 2026-07-20T13:30:00Z
          2026-07-20T14:30:00+01                 | 2026-07-20T13:30:00Z
          2026-07-20T14:30:00-05:00              | 2026-07-20T19:30:00Z
          2026-07-20T14:30:00.123+02:00          | 2026-07-20T12:30:00.123Z
          2026-07-20T14:30:00.123456+01:00       | 2026-07-20T13:30:00.123456Z
          2026-07-20T14:30+02:00[Europe/Madrid]  | 2026-07-20T12:30:00Z
          2026-07-20 14:30:00                    | 2026-07-20T13:30:00Z
          2026-07-20T14:30                       | 2026-07-20T13:30:00Z
          2026-07-20                             | 2026-07-20T11:00:00Z
          Mon, 20 Jul 2026 14:30:00 +0100        | 2026-07-20T13:30:00Z
          Mon, 20 Jul 2026 14:30:00 GMT          | 2026-07-20T14:30:00Z
          Mon, 20 Jul 2026 14:30:00 EST          | 2026-07-20T19:30:00Z
          Mon Jul 20 2026 14:30:00 GMT+0100 (x)  | 2026-07-20T13:30:00Z
          20 Jul 26 14:30 +0000                  | 2026-07-20T14:30:00Z
          Mon Jul 20 14:30:00 +0000 2026         | 2026-07-20T14:30:00Z
          Mon Jul 20 14:30:00 CEST 2026          | 2026-07-20T12:30:00Z
          1784554200                             | 2026-07-20T13:30:00Z
          1784554200000                          | 2026-07-20T13:30:00Z
          """)
  void readsWhatMachinesWrite(String stated, Instant date) {
    assertThat(PublicationDates.parse(stated, NOW)).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          20/07/2026 - 14:30                     | 2026-07-20T13:30:00Z
          lun, 20/07/2026 - 14:30                | 2026-07-20T13:30:00Z
          14:30 - 20-07-2026                     | 2026-07-20T13:30:00Z
          20 juillet 2026 à 14h30                | 2026-07-20T13:30:00Z
          lundi 20 juillet 2026 - 14:30          | 2026-07-20T13:30:00Z
          1er août 2026 à 08:00                  | 2026-08-01T07:00:00Z
          20 février 2026 10:00                  | 2026-02-20T10:00:00Z
          20 de julio de 2026 14:30              | 2026-07-20T13:30:00Z
          July 20, 2026 2:30 pm                  | 2026-07-20T13:30:00Z
          الإثنين 20 يوليوز 2026 - 14:30         | 2026-07-20T13:30:00Z
          ٢٠ يوليوز ٢٠٢٦ ١٤:٣٠                   | 2026-07-20T13:30:00Z
          20 يوليوز، 2026                        | 2026-07-20T11:00:00Z
          20 غشت 2026 14:30                      | 2026-08-20T13:30:00Z
          20 شتنبر 2026 14:30                    | 2026-09-20T13:30:00Z
          20 أكتوبر 2026 14:30                   | 2026-10-20T13:30:00Z
          20 نونبر 2025 14:30                    | 2025-11-20T13:30:00Z
          20 دجنبر 2025 14:30                    | 2025-12-20T13:30:00Z
          """)
  void readsTheOutletsOwnWords(String stated, Instant date) {
    assertThat(PublicationDates.parse(stated, NOW)).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hier",
        "yesterday",
        "0001-01-01T00:00:00Z",
        "1970-01-01",
        "1970-01-01T00:00:00Z",
        "2082-01-01",
        "2082-07-20T14:30:00Z",
        "2026-13-40",
        "2026-13-45",
        "99/99/2026",
        "2026-07-20 25:00",
        "20 brumaire 2026"
      })
  void refusesWhatIsNoPublicationDate(String stated) {
    assertThat(PublicationDates.parse(stated, NOW)).isNull();
  }

  @Test
  void takesNoTextForADate() {
    assertThat(PublicationDates.parse("Le 20 juillet 2026, ".repeat(20), NOW)).isNull();
  }

  /** Morocco keeps UTC in Ramadan, as on 20 February and 1 March 2026, and UTC+1 otherwise. */
  @ParameterizedTest
  @CsvSource({
    "2026-02-20 10:00:00, 2026-02-20T10:00:00Z",
    "2026-03-01 12:00:00, 2026-03-01T12:00:00Z",
    "2026-04-20 10:00:00, 2026-04-20T09:00:00Z"
  })
  void knowsTheRamadanOffset(String stated, Instant date) {
    assertThat(PublicationDates.parse(stated, NOW)).isEqualTo(date);
  }

  @Test
  void readsTheDateInAPath() {
    assertThat(PublicationDates.ofUrl("https://exemple.ma/2026/07/20/titre", NOW))
        .isEqualTo("2026-07-20T11:00:00Z");
    assertThat(PublicationDates.ofUrl("https://exemple.ma/2026/20/40/titre", NOW)).isNull();
    assertThat(PublicationDates.ofUrl("https://exemple.ma/titre", NOW)).isNull();
  }
}
