// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.classifiers.Stance;
import org.marsad.index.BulkWriter;
import org.marsad.index.DocumentsToErase;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.Erasure;
import org.marsad.index.IndexEntry;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;

/** Three months with documents on every other day: as many as the day of its month says. */
class PeriodCountsTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

  private final PeriodCounts counts = new PeriodCounts(new Reader(INDEX.connection()));
  private final AtomicInteger asked = new AtomicInteger();
  private final PeriodCounts.Table<Long> documents =
      new PeriodCounts.Table<>(
          Long.class,
          QueryBuilder::query,
          Map.of(),
          bucket -> {
            asked.incrementAndGet();
            return bucket.docCount();
          });

  @BeforeAll
  static void fill() {
    List<Document> all = new ArrayList<>();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(2)) {
      LocalDate one = day;
      IntStream.range(0, day.getDayOfMonth())
          .mapToObj(number -> document(one, String.valueOf(number)))
          .forEach(all::add);
    }
    write(all);
  }

  private static Document document(LocalDate day, String number) {
    return document(day, number, Stance.NEUTRAL);
  }

  private static Document document(LocalDate day, String number, Stance stance) {
    String id = day + "-" + number;
    return Document.builder(
            id,
            "outlet-a",
            DocumentKind.ARTICLE,
            "Text " + id,
            day.atTime(23, 30).atZone(Morocco.TIME).toInstant(),
            "fingerprint")
        .published(day.atTime(23, 30).atZone(Morocco.TIME).toInstant())
        .assessment(assessment("fr", stance, 0.5))
        .build();
  }

  private static void write(List<Document> documents) {
    new BulkWriter(INDEX.connection()).write(documents.stream().map(IndexEntry::of).toList());
    INDEX.refresh();
  }

  private static TreeMap<LocalDate, Long> expected(
      LocalDate from, LocalDate to, Interval interval) {
    TreeMap<LocalDate, Long> expected = new TreeMap<>();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(2)) {
      if (!day.isBefore(from) && !day.isAfter(to)) {
        expected.merge(Calendar.start(day, interval), (long) day.getDayOfMonth(), Long::sum);
      }
    }
    return expected;
  }

  private TreeMap<LocalDate, Long> counted(LocalDate from, LocalDate to, Interval interval) {
    return counts.of(documents, Filters.NONE.between(from, to), interval);
  }

  @Test
  void countsWholePeriodsAndThoseThatAreCut() {
    for (Interval interval : Interval.values()) {
      for (LocalDate to : List.of(LAST, LocalDate.of(2026, 3, 4), FIRST)) {
        for (LocalDate from : List.of(FIRST, LocalDate.of(2026, 1, 14))) {
          assertThat(counted(from, to, interval))
              .as("%s to %s by %s", from, to, interval)
              .isEqualTo(expected(from, to, interval));
        }
      }
    }
    assertThat(counts.of(documents, Filters.NONE, Interval.MONTH))
        .containsAllEntriesOf(expected(FIRST, LAST, Interval.MONTH));
  }

  @Test
  void addsUpWholeWeeksAndDaysOfCutOnesForOtherDaysToo() {
    LocalDate wednesday = LocalDate.of(2026, 1, 14);
    LocalDate thursday = LocalDate.of(2026, 3, 5);
    assertThat(sum(wednesday, thursday))
        .isEqualTo(
            expected(wednesday, thursday, Interval.DAY).values().stream().reduce(0L, Long::sum));

    asked.set(0);
    sum(wednesday.plusDays(1), thursday.minusDays(1));
    assertThat(asked.get()).as("days and weeks that were not counted before").isZero();
  }

  private long sum(LocalDate from, LocalDate to) {
    return counts.weeksAndDays(documents, Filters.NONE.between(from, to)).stream()
        .reduce(0L, Long::sum);
  }

  @Test
  void countsNothingTwice() {
    counted(FIRST, LocalDate.of(2026, 1, 31), Interval.DAY);
    assertThat(asked.getAndSet(0)).as("days with documents").isEqualTo(16);

    counted(LocalDate.of(2026, 1, 11), LocalDate.of(2026, 2, 3), Interval.DAY);
    assertThat(asked.get()).as("days that are new").isEqualTo(1);
  }

  @Test
  void countsAgainWhereADocumentCameChangedOrWent() {
    LocalDate from = LocalDate.of(2027, 5, 1);
    LocalDate to = LocalDate.of(2027, 5, 20);
    LocalDate day = LocalDate.of(2027, 5, 10);
    write(List.of(document(from, "a"), document(day, "a"), document(to, "a")));
    assertThat(counted(from, to, Interval.DAY)).containsEntry(day, 1L).hasSize(3);

    asked.set(0);
    write(List.of(document(day, "b")));
    assertThat(counted(from, to, Interval.DAY)).containsEntry(day, 2L);
    assertThat(asked.get()).as("the one day").isEqualTo(1);

    erase(day + "-a");
    assertThat(counted(from, to, Interval.DAY)).containsEntry(day, 1L);

    erase(day + "-b");
    write(List.of(document(day, "c")));
    assertThat(counts.of(documents, Filters.NONE.between(from, to), Interval.MONTH))
        .containsExactly(Map.entry(from, 3L));
  }

  private static void erase(String id) {
    new Erasure(INDEX.connection())
        .erase(
            new DocumentsToErase(INDEX.connection()).read(List.of(id)),
            "on-request",
            Instant.parse("2027-06-01T00:00:00Z"));
    INDEX.refresh();
  }

  /** Its writes are numbered from the beginning again. */
  @Test
  void countsAgainInANewIndex() {
    Filters hostile = Filters.NONE.ofStances(List.of("HOSTILE"));
    INDEX.clear();
    write(List.of(document(FIRST, "a")));
    assertThat(counts.of(documents, hostile, Interval.DAY)).isEmpty();

    INDEX.clear();
    write(List.of(document(FIRST, "b", Stance.HOSTILE)));
    assertThat(counts.of(documents, hostile, Interval.DAY)).containsExactly(Map.entry(FIRST, 1L));

    INDEX.clear();
    fill();
  }

  @Test
  void keepsTheAnswersToOneQuestionApartFromThoseToAnother() {
    LocalDate to = LocalDate.of(2026, 1, 31);
    Filters hostile = Filters.NONE.between(FIRST, to).ofStances(List.of("HOSTILE"));

    assertThat(counted(FIRST, to, Interval.DAY)).isNotEmpty();
    assertThat(counts.of(documents, hostile, Interval.DAY)).isEmpty();
    assertThat(counts.of(documents, hostile, Interval.DAY)).isEmpty();
    assertThat(counted(FIRST, to, Interval.DAY)).isNotEmpty();
  }
}
