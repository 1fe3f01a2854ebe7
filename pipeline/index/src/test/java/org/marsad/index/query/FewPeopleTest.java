// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.CAPTURED;
import static org.marsad.index.Documents.article;
import static org.marsad.index.Documents.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.classifiers.Stance;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;
import org.marsad.model.Morocco;

/**
 * One day: two articles; hostile comments of three people, supportive ones of six, others of seven
 * and four in another language that nobody signed.
 */
class FewPeopleTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final LocalDate DAY = LocalDate.ofInstant(CAPTURED, Morocco.TIME);
  private static final Filters ON_THE_DAY = Filters.NONE.between(DAY, DAY);

  private final DocumentQueries queries = new DocumentQueries(INDEX.connection());

  @BeforeAll
  static void fill() {
    List<Document> all = new ArrayList<>();
    all.add(article("a", "An article", CAPTURED, assessment("fr", Stance.HOSTILE, 0.9)));
    all.add(article("b", "Another", CAPTURED, assessment("fr", null, 0.1)));
    for (int i = 0; i < 9; i++) {
      all.add(comment("hostile-" + i, "fr", Stance.HOSTILE, "few-" + i % 3));
    }
    for (int i = 0; i < 12; i++) {
      all.add(comment("supportive-" + i, "fr", Stance.SUPPORTIVE, "some-" + i % 6));
    }
    for (int i = 0; i < 7; i++) {
      all.add(comment("neutral-" + i, "fr", Stance.NEUTRAL, "many-" + i));
    }
    for (int i = 0; i < 4; i++) {
      all.add(comment("unsigned-" + i, "es", Stance.NEUTRAL, null));
    }
    new BulkWriter(INDEX.connection()).write(all.stream().map(IndexEntry::of).toList());
    INDEX.refresh();
  }

  @Test
  void aDayTellsWhatFiveOrMoreWroteAndTheSumsOfThat() {
    TrendDay day = queries.trend(new TrendRequest(ON_THE_DAY)).get(0);

    assertThat(day.said().hostile()).isEqualTo(new Told(1, true));
    assertThat(day.said().supportive()).isEqualTo(new Told(12, false));
    assertThat(day.said().other()).isEqualTo(new Told(11, false));
    assertThat(day.said().relevant()).isEqualTo(new Told(24, true));
    assertThat(day.said().documents()).isEqualTo(new Told(25, true));
    // The rest, that meets no filter, is nobody's: the whole day would tell what is withheld.
    assertThat(day.captured()).isEqualTo(new Told(25, true));
  }

  @Test
  void whatWasCapturedIsToldWhereFiveOthersWroteTheRest() {
    Filters hostile = ON_THE_DAY.ofStances(List.of("HOSTILE"));
    TrendDay day = queries.trend(new TrendRequest(hostile)).get(0);

    assertThat(day.said().hostile()).isEqualTo(new Told(1, true));
    assertThat(day.captured()).isEqualTo(new Told(34, false));
  }

  @Test
  void theWholeIndexIsToldByTheSameRule() {
    Counts counts = queries.counts();

    assertThat(counts.documents()).isEqualTo(new Told(25, true));
    assertThat(counts.said().hostile()).isEqualTo(new Told(1, true));
  }

  @Test
  void aFacetWithholdsTheNextSmallestAsWell() {
    Facets facets = queries.facets(ON_THE_DAY);

    assertThat(facets.stances())
        .containsEntry("HOSTILE", new Told(1, true))
        .containsEntry("SUPPORTIVE", new Told(12, false))
        .containsEntry("NEUTRAL", new Told(0, true));
    assertThat(facets.languages())
        .containsEntry("es", new Told(0, true))
        .containsEntry("fr", new Told(2, true));
    assertThat(facets.sources()).containsEntry("outlet-a", new Told(34, false));
  }

  @Test
  void storiesOfFewPeopleAreThoseOfTheArticles() {
    assertThat(queries.stories(ON_THE_DAY)).isEqualTo(new Told(34, false));
    assertThat(queries.stories(ON_THE_DAY.ofStances(List.of("HOSTILE"))))
        .isEqualTo(new Told(1, true));
  }

  @Test
  void coverageTellsKindsAndLanguagesByTheSameRule() {
    CoveragePeriod day =
        queries.coverage(new CoverageRequest(DAY, DAY, CoverageRequest.Interval.DAY)).get(0);

    assertThat(day.documents()).isEqualTo(new Told(34, false));
    assertThat(day.kinds())
        .containsEntry("ARTICLE", new Told(2, false))
        .containsEntry("COMMENT", new Told(32, false));
    assertThat(day.languages()).containsEntry("es", new Told(0, true));
  }

  private static Document comment(
      String id, String language, Stance stance, @Nullable String author) {
    return Document.builder(id, "outlet-a", DocumentKind.COMMENT, "Text of " + id, CAPTURED, "f")
        .published(CAPTURED)
        .author(author)
        .assessment(assessment(language, stance, 0.5))
        .build();
  }
}
