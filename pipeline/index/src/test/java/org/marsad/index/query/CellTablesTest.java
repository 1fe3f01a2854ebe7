// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.CAPTURED;
import static org.marsad.index.Documents.assessment;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.classifiers.Stance;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

/** Articles, and comments of few people and of many, by chance in ten sources; some unsigned. */
class CellTablesTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final Query ALL = Query.of(q -> q.matchAll(m -> m));
  private static final List<Document> DOCUMENTS = documents(new Random(11));

  private final CellTables tables = new CellTables(new Reader(INDEX.connection()));

  @BeforeAll
  static void fill() {
    new BulkWriter(INDEX.connection()).write(DOCUMENTS.stream().map(IndexEntry::of).toList());
    INDEX.refresh();
  }

  private static List<Document> documents(Random random) {
    return IntStream.range(0, 800).mapToObj(number -> document(number, random)).toList();
  }

  private static Document document(int number, Random random) {
    Stance stance = Stance.values()[random.nextInt(Stance.values().length)];
    boolean isArticle = random.nextInt(5) == 0;
    boolean isUnsigned = isArticle || random.nextInt(10) == 0;
    // The later a stance, the fewer are its writers.
    int writers = Math.max(3, 60 >> stance.ordinal());
    return Document.builder(
            "d" + number,
            "outlet-" + random.nextInt(10),
            isArticle ? DocumentKind.ARTICLE : DocumentKind.COMMENT,
            "Text " + number,
            CAPTURED,
            "fingerprint")
        .published(CAPTURED)
        .author(isUnsigned ? null : stance.name() + "-" + random.nextInt(writers))
        .assessment(assessment("fr", stance, 0.5))
        .build();
  }

  @Test
  void countsDocumentsAndPeopleOfEachCell() {
    Map<List<String>, Cell> found =
        tables.count(ALL, Axis.values("sourceId", 20), Axis.values("assessment.stance", 10));

    assertThat(found).isEqualTo(expected());
    assertThat(found.values()).anyMatch(Cell::isSmall).anyMatch(cell -> !cell.isSmall());
  }

  private static Map<List<String>, Cell> expected() {
    Map<List<String>, Cell> cells = new HashMap<>();
    Map<List<String>, Set<String>> people = new HashMap<>();
    for (Document document : DOCUMENTS) {
      List<String> path =
          List.of(
              document.sourceId(),
              Objects.requireNonNull(Objects.requireNonNull(document.assessment()).stance())
                  .name());
      boolean isPublished = document.kind() == DocumentKind.ARTICLE;
      Set<String> theirs = people.computeIfAbsent(path, cell -> new HashSet<>());
      if (!isPublished) {
        theirs.add(document.author() == null ? document.id() : document.author());
      }
      Cell before = cells.getOrDefault(path, Cell.EMPTY);
      cells.put(
          path,
          new Cell(
              before.published() + (isPublished ? 1 : 0),
              before.personal() + (isPublished ? 0 : 1),
              theirs.size()));
    }
    return cells;
  }

  @Test
  void countsSeveralTablesAtOnce() {
    Map<String, Map<List<String>, Cell>> found =
        tables.count(
            ALL,
            Map.of("kinds", List.of(Axis.values("kind", 10)), "said", List.of(StanceCounts.AXIS)));

    long articles = DOCUMENTS.stream().filter(one -> one.kind() == DocumentKind.ARTICLE).count();
    assertThat(found.getOrDefault("kinds", Map.of()).get(List.of("ARTICLE")))
        .isEqualTo(new Cell(articles, 0, 0));
    assertThat(
            found.getOrDefault("said", Map.of()).values().stream().mapToLong(Cell::documents).sum())
        .isEqualTo(DOCUMENTS.size());
  }
}
