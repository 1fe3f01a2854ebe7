// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.series;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;

/**
 * Reads {@code timestamp,count[,total]} with a header. A line is a row: there are no line breaks
 * inside of quotes, so that a stray quote spoils its own row only.
 */
public final class SeriesReader {
  private static final List<String> COLUMNS = List.of("timestamp", "count", "total");

  private final @Nullable Granularity granularity;
  private final @Nullable ZoneId zone;

  /**
   * @param granularity how long the buckets are; null to infer it from the rows
   * @param zone whose clock the timestamps follow; null to take them as they are written, and as
   *     UTC where they state no offset
   */
  public SeriesReader(@Nullable Granularity granularity, @Nullable ZoneId zone) {
    this.granularity = granularity;
    this.zone = zone;
  }

  /**
   * @throws IOException if the input cannot be read
   * @throws SeriesException if it is no series at all
   */
  public CountSeries read(BufferedReader in) throws IOException, SeriesException {
    boolean hasTotal = readHeader(in);
    List<RowFault> faults = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    String line;
    for (long number = 2; (line = in.readLine()) != null; number++) {
      if (!line.isBlank()) {
        try {
          rows.add(Row.of(number, cells(line), hasTotal));
        } catch (IllegalArgumentException e) {
          faults.add(new RowFault(number, String.valueOf(e.getMessage())));
        }
      }
    }
    if (rows.isEmpty() && faults.isEmpty()) {
      throw new SeriesException("there are no rows below the header");
    }
    return new Timeline(granularity, zone, rows, faults).series();
  }

  private static boolean readHeader(BufferedReader in) throws IOException, SeriesException {
    String line = in.readLine();
    if (line == null) {
      throw new SeriesException("it is empty; begin with the header timestamp,count");
    }
    List<String> names =
        Arrays.stream(cells(line.startsWith("\uFEFF") ? line.substring(1) : line))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    if (!names.equals(COLUMNS) && !names.equals(COLUMNS.subList(0, 2))) {
      throw new SeriesException(
          "its first row is not the header timestamp,count or timestamp,count,total");
    }
    return names.size() == COLUMNS.size();
  }

  private static String[] cells(String line) {
    String[] cells = line.split(",", -1);
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i].strip();
      boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
      cells[i] = quoted ? cell.substring(1, cell.length() - 1).strip() : cell;
    }
    return cells;
  }
}
