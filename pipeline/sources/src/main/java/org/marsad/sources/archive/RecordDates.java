// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Morocco;
import org.marsad.sources.text.PublicationDates;

/**
 * Dates in files: those that {@link PublicationDates} reads, and the number of days since the end
 * of 1899 that a spreadsheet leaves where a column has lost its format, such as {@code 45413.4375}.
 */
final class RecordDates {
  private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:[.,](\\d{1,12}))?");
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final long SECONDS_A_DAY = 24 * 3600;

  private RecordDates() {}

  /**
   * @return null where it cannot be read or is out of bounds
   */
  static @Nullable Instant parse(String stated, Instant now) {
    Matcher serial = SERIAL.matcher(stated.strip());
    return serial.matches()
        ? PublicationDates.within(ofSerial(serial), now)
        : PublicationDates.parse(stated, now);
  }

  /** Without a zone, and so Moroccan; of a day alone, its noon, as everywhere. */
  private static Instant ofSerial(Matcher serial) {
    LocalDate day = DAY_ZERO.plusDays(Long.parseLong(serial.group(1)));
    String fraction = serial.group(2);
    LocalDateTime time =
        fraction == null
            ? day.atTime(12, 0)
            : day.atStartOfDay()
                .plusSeconds(Math.round(Double.parseDouble("0." + fraction) * SECONDS_A_DAY));
    return time.atZone(Morocco.TIME).toInstant();
  }
}
