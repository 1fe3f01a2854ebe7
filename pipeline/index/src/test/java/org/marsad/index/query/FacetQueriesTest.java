// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.CAPTURED;
import static org.marsad.index.Documents.assessment;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
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
 * Some months of comments by people of thirty sources, from many writers to three; some undated.
 */
class FacetQueriesTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final LocalDate DAY = LocalDate.ofInstant(CAPTURED, Morocco.TIME);

  private final FacetQueries facets = new FacetQueries(new Reader(INDEX.connection()));
  private final CellTables atOnce = new CellTables(new Reader(INDEX.connection()));

  @BeforeAll
  static void fill() {
    Random random = new Random(5);
    List<IndexEntry> all =
        IntStream.range(0, 1_200)
            .mapToObj(number -> IndexEntry.of(document(number, random)))
            .toList();
    new BulkWriter(INDEX.connection()).write(all);
    INDEX.refresh();
  }

  private static Document document(int number, Random random) {
    int source = (int) (30 * random.nextDouble() * random.nextDouble());
    Stance stance = Stance.values()[random.nextInt(Stance.values().length)];
    boolean isDated = random.nextInt(20) != 0;
    return Document.builder(
            "d" + number,
            "outlet-" + source,
            DocumentKind.COMMENT,
            "Text " + number,
            CAPTURED,
            "fingerprint")
        .published(isDated ? CAPTURED.minus(Duration.ofDays(random.nextInt(120))) : null)
        .author("reader-" + source + "-" + random.nextInt(Math.max(3, 40 - 2 * source)))
        .assessment(assessment(random.nextBoolean() ? "fr" : "es", stance, 0.5))
        .build();
  }

  @Test
  void tellsTheSameAsIfAllWeeksWereCountedAtOnce() {
    assertSame(Filters.NONE);
    assertSame(days(100, 0));
    assertSame(days(70, 31));
    assertSame(days(70, 31));
    assertSame(days(3, 3));
    assertSame(days(100, 0).ofStances(List.of("HOSTILE")));
    assertSame(days(null, 50));
  }

  private static Filters days(@Nullable Integer from, int to) {
    return Filters.NONE.between(from == null ? null : DAY.minusDays(from), DAY.minusDays(to));
  }

  private void assertSame(Filters filters) {
    Facets found = facets.of(filters);

    assertThat(found.sources()).as("%s", filters).isEqualTo(atOnce("sourceId", filters));
    assertThat(found.languages()).isEqualTo(atOnce("assessment.language", filters));
    assertThat(found.stances())
        .isEqualTo(atOnce("assessment.stance", filters.ofStances(List.of())));
    assertThat(found.kinds()).isEqualTo(atOnce("kind", filters));
  }

  private Map<String, Told> atOnce(String field, Filters filters) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    atOnce
        .count(QueryBuilder.query(filters), Axis.values(field, 100))
        .forEach((path, cell) -> cells.put(path.get(0), cell));
    return SmallCells.breakdown(cells);
  }

  @Test
  void somethingIsWithheldAndSomethingOnlyAllWeeksTell() {
    Map<String, Told> sources = facets.of(days(100, 0)).sources();

    assertThat(sources.values()).anyMatch(Told::withheld).anyMatch(told -> !told.withheld());
  }
}
