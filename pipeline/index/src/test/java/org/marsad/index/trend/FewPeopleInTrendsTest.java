// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marsad.classifiers.prevalence.Calls;
import org.marsad.classifiers.prevalence.ErrorSheet;
import org.marsad.index.query.Cell;
import org.marsad.index.trend.HostileShare.Unknown;
import org.marsad.model.Filters;

/** What a hostile share makes of parts that one to four people wrote. */
class FewPeopleInTrendsTest {
  private static final Cell FEW = new Cell(0, 4, 4);
  private static final Cell OUTLETS = new Cell(10, 0, 0);

  private final ErrorSheet errors = ErrorSheet.shipped();

  private static Judged judged(Cell hostile, Cell supportive, Cell other) {
    Map<List<String>, Cell> cells = new HashMap<>();
    cells.put(List.of("fr", "HOSTILE"), hostile);
    cells.put(List.of("fr", "SUPPORTIVE"), supportive);
    cells.put(List.of("fr", "NEUTRAL"), other);
    cells.values().removeIf(cell -> cell.documents() == 0);
    long documents = cells.values().stream().mapToLong(Cell::documents).sum();
    return Judged.of(cells, documents, documents);
  }

  private HostileShare share(Judged judged) {
    return new Correction(errors).share(Filters.NONE, judged);
  }

  @Test
  void aSmallPartThatHardlyMattersIsLeftOutAlone() {
    Judged judged = judged(new Cell(0, 40, 30), FEW, new Cell(10, 60, 50));

    assertThat(judged.calls()).containsOnly(Map.entry("fr", new Calls(40, 110)));
    assertThat(share(judged).unknown()).isNull();
  }

  @Test
  void whereTheHostilePartIsSmallNobodysTextsAreCounted() {
    Judged judged = judged(FEW, new Cell(0, 0, 0), new Cell(300, 20, 10));

    assertThat(judged.calls()).containsOnly(Map.entry("fr", new Calls(0, 300)));
    assertThat(share(judged).unknown()).as("24 of 324 are left out").isNull();
  }

  @Test
  void aShareOfAFewArticlesDoesNotPassForThatOfAllDocuments() {
    Judged judged = judged(new Cell(0, 19, 12), FEW, new Cell(10, 30, 20));

    assertThat(judged.calls()).containsOnly(Map.entry("fr", new Calls(0, 10)));
    assertThat(share(judged)).isEqualTo(HostileShare.unknown(Unknown.FEW_PEOPLE, null));
  }

  @Test
  void outletsAreAlwaysCounted() {
    assertThat(judged(OUTLETS, OUTLETS, OUTLETS).calls())
        .containsOnly(Map.entry("fr", new Calls(10, 30)));
  }

  @Test
  void monthsTogetherMayBeSureOfMorePeople() {
    Judged one = judged(new Cell(0, 3, 3), new Cell(0, 0, 0), new Cell(0, 9, 7));
    Judged other = judged(new Cell(0, 6, 5), new Cell(0, 0, 0), new Cell(0, 9, 7));

    assertThat(Judged.sum(List.of(one, one)).isUnsure()).as("three to six people").isTrue();
    Judged sum = Judged.sum(List.of(one, other));
    assertThat(sum.isUnsure()).isFalse();
    assertThat(sum.calls()).containsOnly(Map.entry("fr", new Calls(9, 27)));
    assertThat(sum.documents()).isEqualTo(27);
  }
}
