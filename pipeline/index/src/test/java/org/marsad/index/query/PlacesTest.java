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
import org.marsad.model.Filters;

class PlacesTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private final DocumentQueries queries = new DocumentQueries(INDEX.connection());

  @BeforeAll
  static void fill() {
    new BulkWriter(INDEX.connection())
        .write(
            Stream.of(
                    judged("hostile", Stance.HOSTILE),
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
        .isEqualTo(
            new PlaceCounts(
                6,
                1,
                List.of(
                    new PlaceCount("casablanca", 5, 1, new StanceCounts(4, 1, 1, 1, 1)))));
  }

  @Test
  void countsWhatMeetsTheFilters() {
    assertThat(queries.places(Filters.NONE.ofStances(List.of("HOSTILE"))))
        .isEqualTo(
            new PlaceCounts(
                1,
                0,
                List.of(
                    new PlaceCount("casablanca", 1, 1, new StanceCounts(1, 1, 0, 0, 0)))));
  }

  @Test
  void countsADocumentOnceInAGroupOfPlaces() {
    Map<String, List<String>> groups =
        Map.of("west", List.of("casablanca", "rabat"), "east", List.of("oujda"));

    assertThat(queries.places(Filters.NONE, groups).places())
        .containsExactly(new PlaceCount("west", 5, 1, new StanceCounts(4, 1, 1, 1, 1)));
  }

  private static Document judged(String id, @Nullable Stance stance) {
    return article(id, "The text of " + id, CAPTURED, assessment("fr", stance, 0.1));
  }
}
