// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.series;

import java.time.DateTimeException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Bucket;

/** A row that could be read by itself. */
record Row(long number, Timestamp timestamp, long count, @Nullable Long total) {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,13}(\\.0*)?");

  /**
   * @param cells timestamp, count and, if the series has one, total
   * @throws IllegalArgumentException with what is wrong, and what to do
   */
  static Row of(long number, String[] cells, boolean hasTotal) {
    int columns = hasTotal ? 3 : 2;
    if (cells.length < 2 || cells.length > columns) {
      throw new IllegalArgumentException(
          "the row has " + cells.length + " cells, the header " + columns);
    }
    Timestamp timestamp;
    try {
      timestamp = Timestamp.parse(cells[0]);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          quoted(cells[0]) + " is no date or time; write 2026-03-01 or 2026-03-01T10:00:00Z", e);
    }
    long count = number(cells[1], "count");
    Long total = cells.length < 3 || cells[2].isEmpty() ? null : number(cells[2], "total");
    new Bucket(timestamp.local(), count, total);
    return new Row(number, timestamp, count, total);
  }

  Row at(Timestamp moment) {
    return new Row(number, moment, count, total);
  }

  private static long number(String cell, String name) {
    if (cell.isEmpty()) {
      throw new IllegalArgumentException(
          "the " + name + " is missing; write a number, or leave out a row without data");
    }
    if (!WHOLE.matcher(cell).matches()) {
      throw new IllegalArgumentException(
          "the %s %s is no whole number from 0 to %,d".formatted(name, quoted(cell), Bucket.MOST));
    }
    int point = cell.indexOf('.');
    return Long.parseLong(point < 0 ? cell : cell.substring(0, point));
  }

  /** Shortened, for a cell may be a whole file without line breaks. */
  private static String quoted(String cell) {
    return '"' + (cell.length() > 40 ? cell.substring(0, 40) + "…" : cell) + '"';
  }
}
