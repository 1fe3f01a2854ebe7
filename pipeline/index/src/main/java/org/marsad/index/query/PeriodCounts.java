// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.DateHistogramBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.model.Filters;

/**
 * Counts by period, and keeps what it counted of a period for as long as no document of its days
 * comes, changes or goes: of a past of months little is ever counted twice. Thread-safe.
 */
public final class PeriodCounts {
  /** Days of some fifty years of questions; each takes one to five kilobytes. */
  private static final int MOST_KEPT = 20_000;

  private static final String PERIODS = "periods";

  private final Reader reader;
  private final DayMarks marks;
  private final Cache<Piece, Kept> kept;

  public PeriodCounts(Reader reader) {
    this(reader, MOST_KEPT);
  }

  /**
   * @param most how many periods are kept; then those go that were not asked for
   */
  PeriodCounts(Reader reader, int most) {
    this.reader = reader;
    this.marks = new DayMarks(reader);
    this.kept = Caffeine.newBuilder().maximumSize(most).build();
  }

  /**
   * What is counted of each period. To be made once, since it tells what is kept.
   *
   * @param type of what is kept of a period
   * @param query the documents that filters ask for, on whatever day
   * @param asked of each period
   * @param read makes of a period's answer what is kept
   */
  public record Table<T>(
      Class<T> type,
      Function<Filters, Query> query,
      Map<String, Aggregation> asked,
      Function<DateHistogramBucket, T> read) {}

  /**
   * @param value empty where no document meets the filters
   */
  private record Kept(SortedMap<LocalDate, DayMarks.Mark> marks, Optional<Object> value) {}

  /**
   * The periods in which documents meet the filters, by their first days.
   *
   * @param filters their days may be open
   */
  public <T> TreeMap<LocalDate, T> of(Table<T> table, Filters filters, Interval interval) {
    TreeMap<LocalDate, T> found = new TreeMap<>();
    values(pieces(table, filters, interval, interval))
        .forEach(
            (piece, value) ->
                value.ifPresent(one -> found.put(piece.start(), table.type().cast(one))));
    return found;
  }

  /**
   * What is to be added up for the days asked for: of whole weeks, and of single days where a week
   * is cut, since other days ask for other parts of it.
   */
  public <T> List<T> weeksAndDays(Table<T> table, Filters filters) {
    return values(pieces(table, filters, Interval.WEEK, Interval.DAY)).values().stream()
        .flatMap(Optional::stream)
        .map(table.type()::cast)
        .toList();
  }

  private Map<Piece, Optional<Object>> values(
      Map<Piece, SortedMap<LocalDate, DayMarks.Mark>> pieces) {
    Map<Piece, Optional<Object>> values = new HashMap<>();
    Map<Piece, SortedMap<LocalDate, DayMarks.Mark>> missing = new HashMap<>();
    pieces.forEach(
        (piece, now) -> {
          Kept known = kept.getIfPresent(piece);
          if (known != null && known.marks().equals(now)) {
            values.put(piece, known.value());
          } else {
            missing.put(piece, now);
          }
        });
    missing.keySet().stream()
        .collect(Collectors.groupingBy(Piece::interval))
        .values()
        .forEach(alike -> values.putAll(count(alike, missing)));
    return values;
  }

  /**
   * @param ofCut into what those periods are parted of which only some days are asked for
   */
  private Map<Piece, SortedMap<LocalDate, DayMarks.Mark>> pieces(
      Table<?> table, Filters filters, Interval interval, Interval ofCut) {
    SortedMap<LocalDate, DayMarks.Mark> days =
        DayMarks.between(marks.now(), filters.from(), filters.to());
    Map<Piece, SortedMap<LocalDate, DayMarks.Mark>> pieces = new HashMap<>();
    days.forEach(
        (day, mark) -> {
          Piece piece = Piece.of(table, filters, interval, day);
          if (!piece.isWhole()) {
            piece = Piece.of(table, filters, ofCut, day);
          }
          pieces.computeIfAbsent(piece, one -> new TreeMap<>()).put(day, mark);
        });
    return pieces;
  }

  /**
   * @param pieces of one table, the same filters and the same interval
   */
  private Map<Piece, Optional<Object>> count(
      List<Piece> pieces, Map<Piece, SortedMap<LocalDate, DayMarks.Mark>> marks) {
    Piece first = pieces.get(0);
    Table<?> table = first.table();
    Query days = any(pieces.stream().map(Piece::days).toList());
    Query theirs = table.query().apply(first.filters());
    Aggregation periods =
        Aggregation.of(
            a ->
                a.dateHistogram(Calendar.by(first.interval()).minDocCount(1).build())
                    .aggregations(table.asked()));
    Map<String, Aggregate> answer =
        reader.summary(
            Query.of(q -> q.bool(b -> b.filter(days, theirs))), Map.of(PERIODS, periods));
    Map<LocalDate, Object> found = new HashMap<>();
    for (DateHistogramBucket bucket :
        Reader.aggregate(answer, PERIODS).dateHistogram().buckets().array()) {
      found.put(Calendar.day(bucket.key()), table.read().apply(bucket));
    }
    Map<Piece, Optional<Object>> values = new HashMap<>();
    for (Piece piece : pieces) {
      Optional<Object> value = Optional.ofNullable(found.get(piece.start()));
      kept.put(piece, new Kept(Objects.requireNonNull(marks.get(piece)), value));
      values.put(piece, value);
    }
    return values;
  }

  /** Days that follow each other are asked for as one range. */
  private static Query any(List<Piece.Days> pieces) {
    List<Query> ranges = new ArrayList<>();
    TreeMap<LocalDate, LocalDate> byStart = new TreeMap<>();
    pieces.forEach(days -> byStart.put(days.from(), days.to()));
    LocalDate from = byStart.firstKey();
    LocalDate to = byStart.firstEntry().getValue();
    for (Map.Entry<LocalDate, LocalDate> next : byStart.entrySet()) {
      if (next.getKey().isAfter(to.plusDays(1))) {
        ranges.add(range(from, to));
        from = next.getKey();
      }
      to = next.getValue();
    }
    ranges.add(range(from, to));
    return Query.of(q -> q.bool(b -> b.should(ranges).minimumShouldMatch("1")));
  }

  private static Query range(LocalDate from, LocalDate to) {
    return QueryBuilder.query(Filters.NONE.between(from, to));
  }
}
