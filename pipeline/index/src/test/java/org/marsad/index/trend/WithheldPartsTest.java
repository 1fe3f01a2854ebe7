// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.CAPTURED;
import static org.marsad.index.Documents.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.prevalence.Calls;
import org.marsad.classifiers.prevalence.ErrorSheet;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;

/** Hostile comments of three people on one day, of six on the next, of three others on the last. */
class WithheldPartsTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final Instant LATER = CAPTURED.plus(Duration.ofDays(1));
  private static final Instant LAST = CAPTURED.plus(Duration.ofDays(2));

  private final TrendQueries trends = new TrendQueries(INDEX.connection(), ErrorSheet.shipped());

  @BeforeAll
  static void fill() {
    List<IndexEntry> entries = new ArrayList<>();
    for (int person = 0; person < 6; person++) {
      entries.add(IndexEntry.of(comment(person, person < 3 ? CAPTURED : LAST)));
      entries.add(IndexEntry.of(comment(person, LATER)));
    }
    assertThat(new BulkWriter(INDEX.connection()).write(entries))
        .noneMatch(outcome -> outcome.reason() != null);
    INDEX.refresh();
  }

  @Test
  void theShareOfAllDaysCountsTheirPeopleTogether() {
    TrendSeries withoutTheFuller = trends.trend(question("outlet-few"));

    assertThat(withoutTheFuller.periods())
        .filteredOn(period -> period.captured().documents() > 0 || period.captured().withheld())
        .hasSize(2)
        .allMatch(period -> period.share().called() == null);
    assertThat(withoutTheFuller.share().called()).isEqualTo(1.0);
    assertThat(withoutTheFuller.calls()).containsOnly(Map.entry("fr", new Calls(6, 6)));
  }

  private static TrendQuestion question(String source) {
    return new TrendQuestion(
        Filters.NONE.toBuilder().sources(List.of(source)).build(),
        day(CAPTURED).from(),
        day(LAST).to(),
        Interval.DAY,
        false);
  }

  @Test
  void aPartSaysOfWhichRangeItTellsLessThanThereIs() {
    Change change = trends.change(new ChangeQuestion(Filters.NONE, day(CAPTURED), day(LATER)));

    assertThat(change.withheld()).isTrue();
    assertThat(Objects.requireNonNull(change.traits().get(Trait.KIND)).parts())
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.rates().before()).isZero();
              assertThat(part.withheldBefore()).isTrue();
              assertThat(part.rates().after()).isEqualTo(6);
              assertThat(part.withheldAfter()).isFalse();
            });
  }

  private static Span day(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, Morocco.TIME);
    return new Span(day, day);
  }

  private static Document comment(int person, Instant at) {
    String id = person + "-" + at;
    String source = at.equals(LATER) ? "outlet-full" : "outlet-few";
    return Document.builder(id, source, DocumentKind.COMMENT, "Text " + id, at, "fingerprint")
        .author("person-" + person)
        .published(at)
        .assessment(assessment("fr", Stance.HOSTILE, 0.9))
        .build();
  }
}
