// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.CAPTURED;
import static org.marsad.index.Documents.article;
import static org.marsad.index.Documents.assessment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.classifiers.Stance;
import org.marsad.index.BulkWriter;
import org.marsad.index.Documents;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.index.query.PlaceCounts.PlaceCount;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;

class PlacesTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  /** Five articles, and a comment of one person that is not told. */
  private static final PlaceCount CASABLANCA =
      new PlaceCount(
          "casablanca", 1, new StanceCounts(new Told(1, true), told(1), told(1), told(1), told(1)));

  private final DocumentQueries queries = new DocumentQueries(INDEX.connection());

  @BeforeAll
  static void fill() {
    new BulkWriter(INDEX.connection())
        .write(
            Stream.of(
                    judged("hostile", Stance.HOSTILE),
                    comment(),
                    judged("report", Stance.REPORT_ON_HOSTILITY),
                    judged("counter", Stance.COUNTER_SPEECH),
                    judged("neutral", Stance.NEUTRAL),
                    judged("irrelevant", null),
                    article("unread", "Text", CAPTURED, Documents.unclassified()))
                .map(IndexEntry::of)
                .toList());
    INDEX.refresh();
  }

  @Test
  void countsWhatIsSaidOfEachPlaceAndHowManyNameNone() {
    assertThat(queries.places(Filters.NONE))
        .isEqualTo(new PlaceCounts(new Told(5, true), told(1), List.of(CASABLANCA)));
  }

  @Test
  void countsWhatMeetsTheFilters() {
    assertThat(queries.places(Filters.NONE.ofStances(List.of("REPORT_ON_HOSTILITY"))))
        .isEqualTo(
            new PlaceCounts(
                told(1),
                told(0),
                List.of(
                    new PlaceCount(
                        "casablanca",
                        1,
                        new StanceCounts(
                            Told.NOTHING, told(1), Told.NOTHING, Told.NOTHING, Told.NOTHING)))));
  }

  @Test
  void countsADocumentOnceInAGroupOfPlaces() {
    Map<String, List<String>> groups =
        Map.of("west", List.of("casablanca", "rabat"), "east", List.of("oujda"));

    assertThat(queries.places(Filters.NONE, groups).places())
        .containsExactly(new PlaceCount("west", 1, CASABLANCA.counts()));
  }

  @Test
  void doesNotTellWhatFewPeopleWroteOfAPlace() {
    Filters comments = Filters.NONE.toBuilder().kinds(List.of("COMMENT")).build();
    StanceCounts counts = queries.places(comments).places().get(0).counts();

    assertThat(counts.hostile()).isEqualTo(new Told(0, true));
    assertThat(counts.documents().shown()).isNull();
  }

  private static Told told(long documents) {
    return new Told(documents, false);
  }

  private static Document comment() {
    return Document.builder(
            "comment", "outlet-a", DocumentKind.COMMENT, "A comment", CAPTURED, "comment")
        .author("one-person")
        .assessment(assessment("fr", Stance.HOSTILE, 0.9))
        .build();
  }

  private static Document judged(String id, @Nullable Stance stance) {
    return article(id, "The text of " + id, CAPTURED, assessment("fr", stance, 0.1));
  }
}
