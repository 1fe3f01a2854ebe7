// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.CAPTURED;
import static org.marsad.index.Documents.assessment;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.classifiers.Stance;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.model.Document;
import org.marsad.model.DocumentIds;
import org.marsad.model.DocumentKind;

/** Articles, and comments of few people and of many, by chance on ten days; some unsigned. */
class CellTablesTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final Query ALL = Query.of(q -> q.matchAll(m -> m));
  private static final int DOCUMENTS = 1_500;

  private final Reader reader = new Reader(INDEX.connection());
  private final CellTables atOnce = new CellTables(reader, DOCUMENTS);
  private final CellTables inSteps = new CellTables(reader, 10);

  @BeforeAll
  static void fill() {
    Random random = new Random(11);
    List<Document> all = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      all.add(document(i, random));
    }
    new BulkWriter(INDEX.connection()).write(all.stream().map(IndexEntry::of).toList());
    INDEX.refresh();
  }

  private static Document document(int number, Random random) {
    Stance stance = Stance.values()[random.nextInt(Stance.values().length)];
    // The later a day, the more write; the later a stance, the fewer are its writers.
    int day = (int) (10 * Math.sqrt(random.nextDouble()));
    boolean isArticle = random.nextInt(5) == 0;
    boolean isUnsigned = isArticle || random.nextInt(20) == 0;
    int writers = Math.max(3, 60 >> stance.ordinal());
    String text = "Text " + number;
    return Document.builder(
            "d" + number,
            "outlet-a",
            isArticle ? DocumentKind.ARTICLE : DocumentKind.COMMENT,
            text,
            CAPTURED,
            DocumentIds.contentHash(null, text))
        .published(CAPTURED.minus(Duration.ofDays(day)))
        .author(isUnsigned ? null : stance.name() + "-" + random.nextInt(writers))
        .assessment(assessment(random.nextBoolean() ? "fr" : "es", stance, 0.5))
        .build();
  }

  @Test
  void tellsInStepsWhatItTellsAtOnce() {
    Map<String, List<Axis>> tables =
        Map.of(
            "days", List.of(Axis.periods(Interval.DAY), StanceCounts.AXIS),
            "weeks", List.of(Axis.periods(Interval.WEEK)),
            "months", List.of(Axis.periods(Interval.MONTH)),
            "languages",
                List.of(
                    Axis.values("assessment.language", 10), Axis.values("assessment.stance", 10)));
    Map<String, Map<List<String>, Cell>> expected = atOnce.count(ALL, tables);
    Map<String, Map<List<String>, Cell>> found = inSteps.count(ALL, tables);

    assertThat(told(found)).isEqualTo(told(expected));
    Set<Boolean> small =
        expected.get("days").values().stream().map(Cell::isSmall).collect(Collectors.toSet());
    assertThat(small).as("cells of few and of many").containsExactlyInAnyOrder(true, false);
  }

  private static Map<String, Map<List<String>, Told>> told(
      Map<String, Map<List<String>, Cell>> tables) {
    return tables.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                table ->
                    table.getValue().entrySet().stream()
                        .collect(
                            Collectors.toMap(Map.Entry::getKey, cell -> cell.getValue().told()))));
  }

  @Test
  void neverSeesMorePeopleThanThereAre() {
    Map<List<String>, Cell> expected = atOnce.count(ALL, StanceCounts.AXIS);

    inSteps
        .count(ALL, StanceCounts.AXIS)
        .forEach(
            (path, cell) ->
                assertThat(cell.people()).isLessThanOrEqualTo(expected.get(path).people()));
  }

  @Test
  void countsEachUnsignedTextAsSomebodys() {
    Query unsigned =
        Query.of(
            q ->
                q.bool(
                    b ->
                        b.filter(f -> f.term(t -> t.field("kind").value("COMMENT")))
                            .mustNot(n -> n.exists(e -> e.field("author")))));

    Cell cell = atOnce.count(unsigned, Axis.values("kind", 1)).get(List.of("COMMENT"));

    assertThat(cell.people()).isEqualTo(cell.personal()).isGreaterThan(0);
  }

  @Test
  void findsTheDocumentsOfEachCell() {
    for (Axis axis :
        List.of(Axis.periods(Interval.DAY), StanceCounts.AXIS, Axis.values("kind", 10))) {
      atOnce
          .count(ALL, axis)
          .forEach(
              (path, cell) ->
                  assertThat(reader.countUpTo(axis.finds().apply(path.get(0)), DOCUMENTS))
                      .as(path.get(0))
                      .isEqualTo(cell.documents()));
    }
  }
}
