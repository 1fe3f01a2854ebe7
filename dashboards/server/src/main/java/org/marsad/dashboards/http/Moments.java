// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Moments as requests name them. */
public final class Moments {
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2199-12-31T23:59:59Z");

  private Moments() {}

  /**
   * @throws DateTimeException of one that is none, or that browsers and the index cannot count to
   */
  static Instant parse(String text) {
    Instant moment = Instant.parse(text);
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw new DateTimeException("not between 1900 and 2199");
    }
    return moment;
  }

  /**
   * @throws DateTimeException of one that is none, or that browsers and the index cannot count to
   */
  public static LocalDate parseDay(String text) {
    LocalDate day = LocalDate.parse(text);
    if (day.getYear() < 1900 || day.getYear() >= 2200) {
      throw new DateTimeException("not between 1900 and 2199");
    }
    return day;
  }
}
