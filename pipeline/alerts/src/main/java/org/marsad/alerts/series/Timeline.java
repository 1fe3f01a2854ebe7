// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.series;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Bucket;
import org.marsad.alerts.detect.Granularity;

/** Puts rows in their places in time, and names those that have none. */
final class Timeline {
  private static final long HOUR = 3600;
  private static final long DAY = 24 * HOUR;

  /** A longer gap is a mistyped year. */
  private static final long LONGEST_GAP = 10 * 366 * DAY;

  private static final String STRAY =
      "%s lies more than 10 years from the other rows; mend its year";

  /** The day on which the clock is put forward is whole with one hour less. */
  private static final int HOURS = 24;

  private final @Nullable ZoneId zone;
  private final List<RowFault> faults;
  private final Granularity granularity;

  /** How many rows make a bucket; several where the rows are finer, and are summed up. */
  private final long rowsInBucket;

  /** Rows by their second, by the number of their bucket since 1970. */
  private final NavigableMap<Long, NavigableMap<Long, Row>> places = new TreeMap<>();

  /** Of the latest row; null while none states any. */
  private @Nullable ZoneOffset offset;

  /**
   * @param granularity null to infer it
   * @param faults those known so far; more are added
   */
  Timeline(
      @Nullable Granularity granularity,
      @Nullable ZoneId zone,
      List<Row> rows,
      List<RowFault> faults) {
    this.zone = zone;
    this.faults = faults;
    long step = usualStep(rows);
    this.granularity =
        granularity != null ? granularity : step <= HOUR ? Granularity.HOUR : Granularity.DAY;
    this.rowsInBucket = Math.max(1, unit() / step);
    Row before = null;
    for (Row row : rows) {
      place(row, before);
      before = row;
    }
    cutOffStrays();
  }

  CountSeries series() {
    List<Bucket> buckets = new ArrayList<>();
    List<String> timestamps = new ArrayList<>();
    if (!places.isEmpty()) {
      for (long place = places.firstKey(); place <= places.lastKey(); place++) {
        NavigableMap<Long, Row> rows = places.getOrDefault(place, Collections.emptyNavigableMap());
        if (!rows.isEmpty()) {
          offset = rows.firstEntry().getValue().timestamp().offset();
        }
        LocalDateTime start = start(place);
        buckets.add(sum(start, rows));
        timestamps.add(
            rowsInBucket == 1 && !rows.isEmpty()
                ? rows.firstEntry().getValue().timestamp().text()
                : label(start));
      }
    }
    return new CountSeries(granularity, buckets, timestamps, faults);
  }

  /** The commonest distance of a row from the one before it, in seconds. */
  private static long usualStep(List<Row> rows) {
    Map<Long, Long> distances =
        LongStream.range(1, rows.size())
            .map(i -> second(rows, i) - second(rows, i - 1))
            .filter(distance -> distance > 0)
            .boxed()
            .collect(groupingBy(distance -> distance, TreeMap::new, counting()));
    return distances.entrySet().stream()
        .max(comparingLong(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(DAY);
  }

  private static long second(List<Row> rows, long i) {
    return rows.get((int) i).timestamp().second();
  }

  private void place(Row row, @Nullable Row before) {
    Timestamp moment = row.timestamp();
    Row taken;
    try {
      moment = zone == null ? moment : moment.in(zone, false);
      taken = at(moment);
      if (taken != null && zone != null) {
        moment = row.timestamp().in(zone, true);
        taken = at(moment);
      }
    } catch (DateTimeException e) {
      fault(row, String.valueOf(e.getMessage()) + "; the row is left out");
      return;
    }
    if (taken != null) {
      fault(
          row,
          "%s was counted in row %d already, and this row is left out; if the clock was put back,"
                  .formatted(moment.text(), taken.number())
              + " write offsets such as +01:00 or name the time zone");
      return;
    }
    if (before != null && before.timestamp().second() > row.timestamp().second()) {
      fault(
          row,
          "%s comes after %s, and was put in its place; sort the rows by time"
              .formatted(moment.text(), before.timestamp().text()));
    }
    places
        .computeIfAbsent(number(moment), key -> new TreeMap<>())
        .put(moment.second(), row.at(moment));
  }

  /** The row that has this one's place. */
  private @Nullable Row at(Timestamp moment) {
    NavigableMap<Long, Row> rows = places.get(number(moment));
    if (rows == null) {
      return null;
    }
    return rowsInBucket == 1 ? rows.firstEntry().getValue() : rows.get(moment.second());
  }

  /** Of a bucket since 1970. */
  private long number(Timestamp moment) {
    return granularity == Granularity.DAY
        ? moment.local().toLocalDate().toEpochDay()
        : Math.floorDiv(moment.second(), HOUR);
  }

  /** Keeps, of the parts that too long a gap divides, the one with the most buckets. */
  private void cutOffStrays() {
    List<NavigableMap<Long, NavigableMap<Long, Row>>> parts = new ArrayList<>();
    long from = Long.MIN_VALUE;
    for (long place : places.keySet()) {
      Long next = places.higherKey(place);
      if (next == null || (next - place) * unit() > LONGEST_GAP) {
        parts.add(places.subMap(from, false, place, true));
        from = place;
      }
    }
    if (parts.size() > 1) {
      parts.remove(Collections.max(parts, comparingLong(Map::size)));
      for (NavigableMap<Long, NavigableMap<Long, Row>> part : parts) {
        part.values().stream()
            .flatMap(rows -> rows.values().stream())
            .forEach(row -> fault(row, STRAY.formatted(row.timestamp().text())));
        part.clear();
      }
    }
  }

  /** Sums finer rows up; a bucket that lacks some of them is unknown. */
  private Bucket sum(LocalDateTime start, NavigableMap<Long, Row> rows) {
    if (rows.size() * HOURS < rowsInBucket * (HOURS - 1)) {
      return Bucket.noData(start);
    }
    long count = 0;
    long total = 0;
    boolean totalKnown = true;
    for (Row row : rows.values()) {
      count = Math.min(Bucket.MOST, count + row.count());
      total = Math.min(Bucket.MOST, total + (row.total() == null ? 0 : row.total()));
      totalKnown &= row.total() != null;
    }
    return new Bucket(start, count, totalKnown ? total : null);
  }

  private LocalDateTime start(long place) {
    if (granularity == Granularity.DAY) {
      return LocalDate.ofEpochDay(place).atStartOfDay();
    }
    Instant instant = Instant.ofEpochSecond(place * HOUR);
    if (zone != null) {
      offset = zone.getRules().getOffset(instant);
    }
    return LocalDateTime.ofInstant(instant, offset == null ? ZoneOffset.UTC : offset)
        .truncatedTo(ChronoUnit.HOURS);
  }

  private String label(LocalDateTime start) {
    if (granularity == Granularity.DAY) {
      return start.toLocalDate().toString();
    }
    return offset == null ? start.toString() : start.atOffset(offset).toString();
  }

  private long unit() {
    return granularity.unit().getDuration().toSeconds();
  }

  private void fault(Row row, String message) {
    faults.add(new RowFault(row.number(), message));
  }
}
