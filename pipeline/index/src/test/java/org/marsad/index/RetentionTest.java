// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.CAPTURED;
import static org.marsad.index.Documents.article;
import static org.marsad.index.Documents.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.classifiers.Stance;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.SearchRequest;
import org.marsad.index.query.Sort;
import org.marsad.index.query.TrendDay;
import org.marsad.index.query.TrendRequest;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;
import org.marsad.model.Pseudonyms;
import org.marsad.model.Rejection;
import org.marsad.model.RetentionPeriods;
import org.marsad.model.Stage;

class RetentionTest {
  private static final RetentionPeriods PERIODS =
      new RetentionPeriods(
          Map.of(DocumentKind.ARTICLE, 3650, DocumentKind.COMMENT, 90, DocumentKind.POST, 30));
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private final Retention retention =
      new Retention(INDEX.connection(), new Pseudonyms("0123456789abcdef".getBytes(UTF_8)));
  private final DocumentQueries queries = new DocumentQueries(INDEX.connection());

  @BeforeEach
  void clear() {
    INDEX.clear();
  }

  @Test
  void whatIsOlderThanIsKeptGoesAndTheRestStays() {
    write(post("old", "p1", CAPTURED), post("new", "p2", CAPTURED.plus(Duration.ofDays(1))));
    write(comment("note", "p1"), article("piece", "planted piece"));
    INDEX.refresh();
    Instant now = CAPTURED.plus(Duration.ofDays(30)).plusSeconds(1);

    assertThat(retention.count(PERIODS, now).documents())
        .containsEntry(DocumentKind.POST, 1L)
        .containsEntry(DocumentKind.COMMENT, 0L)
        .containsEntry(DocumentKind.ARTICLE, 0L);
    assertThat(ids()).as("counting erases nothing").hasSize(4);
    assertThat(retention.carryOut(PERIODS, now).documents()).containsEntry(DocumentKind.POST, 1L);

    assertThat(ids()).containsExactlyInAnyOrder("new", "note", "piece");
    assertThat(queries.tombstone("old").orElseThrow().reason()).isEqualTo("retention");
    assertThat(retention.carryOut(PERIODS, now).documents().values()).containsOnly(0L);
  }

  @Test
  void countsOverTimeStayAndSearchesFindNothing() {
    write(fivePeople());
    INDEX.refresh();
    TrendDay before = day();
    assertThat(before.said().hostile().documents()).isEqualTo(5);

    retention.carryOut(PERIODS, CAPTURED.plus(Duration.ofDays(400)));
    INDEX.refresh();

    assertThat(day()).isEqualTo(before);
    assertThat(ids()).isEmpty();
  }

  @Test
  void fewPeopleStayFewPeople() {
    for (int n = 0; n < 20; n++) {
      write(post("p" + n, "author" + n % 3, CAPTURED));
    }
    retention.carryOut(PERIODS, CAPTURED.plus(Duration.ofDays(31)));
    // The same three again, as they are known while their texts are kept.
    for (int n = 20; n < 40; n++) {
      write(post("p" + n, "author" + n % 3, CAPTURED.plus(Duration.ofDays(31))));
    }
    INDEX.refresh();

    assertThat(day().said().hostile().documents()).isZero();
    assertThat(day().said().hostile().withheld()).isTrue();
  }

  @Test
  void nothingThatLeadsBackIsLeft() {
    write(fivePeople());
    retention.carryOut(PERIODS, CAPTURED.plus(Duration.ofDays(400)));
    INDEX.refresh();

    List<ObjectNode> figures = stored(IndexNames.FIGURES);
    assertThat(figures).hasSize(5);
    assertThat(figures.toString())
        .doesNotContain("planted", "author0", "p0", "example", "10:15")
        .contains("2026-03-02T10:00:00Z", "HOSTILE", "casablanca");
  }

  @Test
  void anInterruptedRunIsRepeatedWithoutCountingTwice() {
    Document[] all = fivePeople();
    write(all);
    retention.carryOut(PERIODS, CAPTURED.plus(Duration.ofDays(31)));
    // As after a crash between the figures and the tombstones.
    for (Document document : all) {
      INDEX
          .connection()
          .call(c -> c.delete(d -> d.index(IndexNames.DOCUMENTS).id(document.id())).result());
    }
    write(all);
    retention.carryOut(PERIODS, CAPTURED.plus(Duration.ofDays(31)));

    assertThat(INDEX.count(IndexNames.FIGURES)).isEqualTo(5);
    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isZero();
  }

  @Test
  void formerTextsAndOldRejectionsGoAlong() {
    Document first = post("edited", "p1", CAPTURED);
    write(first, first.toBuilder().title("Planted otherwise").build());
    new BulkWriter(INDEX.connection())
        .write(
            List.of(
                IndexEntry.of(
                    new Rejection("outlet-a", Stage.EXTRACT, "empty", "m", "old", CAPTURED)),
                IndexEntry.of(
                    new Rejection(
                        "outlet-a",
                        Stage.EXTRACT,
                        "empty",
                        "m",
                        "new",
                        CAPTURED.plus(Duration.ofDays(30))))));
    assertThat(INDEX.count(IndexNames.VERSIONS)).isEqualTo(1);

    ExpiredCounts erased = retention.carryOut(PERIODS, CAPTURED.plus(Duration.ofDays(31)));

    assertThat(erased.rejections()).isEqualTo(1);
    assertThat(INDEX.count(IndexNames.VERSIONS)).isZero();
    assertThat(stored(IndexNames.REJECTIONS))
        .extracting(rejection -> rejection.path("reference").asText())
        .containsExactly("new");
  }

  @Test
  void withoutPeriodsEverythingIsKept() {
    write(post("p", "p1", CAPTURED));
    ExpiredCounts erased =
        retention.carryOut(RetentionPeriods.NONE, CAPTURED.plus(Duration.ofDays(40_000)));
    assertThat(erased.documents()).isEmpty();
    assertThat(ids()).containsExactly("p");
  }

  private TrendDay day() {
    return queries.trend(new TrendRequest(Filters.NONE.between(DAY, DAY))).get(0);
  }

  private List<String> ids() {
    INDEX.refresh();
    return queries.search(new SearchRequest(Filters.NONE, Sort.NEWEST, 100, null)).hits().stream()
        .map(hit -> hit.document().document().id())
        .toList();
  }

  private static Document[] fivePeople() {
    List<Document> posts = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      posts.add(post("p" + n, "author" + n, CAPTURED));
    }
    return posts.toArray(Document[]::new);
  }

  private static Document post(String id, String author, Instant captured) {
    return personal(id, author, DocumentKind.POST, captured);
  }

  private static Document comment(String id, String author) {
    return personal(id, author, DocumentKind.COMMENT, CAPTURED);
  }

  private static Document personal(String id, String author, DocumentKind kind, Instant captured) {
    return Document.builder(id, "network", kind, "planted " + id, captured, "network:" + id)
        .author(author)
        .published(CAPTURED)
        .assessment(assessment("fr", Stance.HOSTILE, 0.9))
        .build();
  }

  private static void write(Document... documents) {
    assertThat(
            new BulkWriter(INDEX.connection())
                .write(List.of(documents).stream().map(IndexEntry::of).toList()))
        .extracting(WriteOutcome::kind)
        .isSubsetOf(WriteOutcome.Kind.INDEXED, WriteOutcome.Kind.UPDATED);
  }

  private static List<ObjectNode> stored(String index) {
    INDEX.refresh();
    return INDEX
        .connection()
        .call(c -> c.search(s -> s.index(index).size(100), ObjectNode.class))
        .hits()
        .hits()
        .stream()
        .map(hit -> hit.source())
        .collect(Collectors.toList());
  }
}
