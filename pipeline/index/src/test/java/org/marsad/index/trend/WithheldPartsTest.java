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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.prevalence.ErrorSheet;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;

/** Hostile comments of three people on one day, of six on the next. */
class WithheldPartsTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final Instant LATER = CAPTURED.plus(Duration.ofDays(1));

  @Test
  void aPartSaysOfWhichRangeItTellsLessThanThereIs() {
    List<IndexEntry> entries = new ArrayList<>();
    for (int person = 0; person < 6; person++) {
      if (person < 3) {
        entries.add(IndexEntry.of(comment(person, CAPTURED)));
      }
      entries.add(IndexEntry.of(comment(person, LATER)));
    }
    assertThat(new BulkWriter(INDEX.connection()).write(entries))
        .noneMatch(outcome -> outcome.reason() != null);
    INDEX.refresh();

    Change change =
        new TrendQueries(INDEX.connection(), ErrorSheet.shipped())
            .change(new ChangeQuestion(Filters.NONE, day(CAPTURED), day(LATER)));

    assertThat(change.withheld()).isTrue();
    assertThat(change.traits().get(Trait.KIND).parts())
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
    return Document.builder(id, "outlet-a", DocumentKind.COMMENT, "Text " + id, at, "fingerprint")
        .author("person-" + person)
        .published(at)
        .assessment(assessment("fr", Stance.HOSTILE, 0.9))
        .build();
  }
}
