// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.article;
import static org.marsad.index.WriteOutcome.Kind.DUPLICATE;
import static org.marsad.index.WriteOutcome.Kind.INDEXED;
import static org.marsad.index.WriteOutcome.Kind.REJECTED;
import static org.marsad.index.WriteOutcome.Kind.UPDATED;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.index.WriteOutcome.Kind;
import org.marsad.model.Document;
import org.marsad.model.Rejection;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;
import org.marsad.model.Stage;

class BulkWriterTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private final BulkWriter writer = new BulkWriter(INDEX.connection());

  @BeforeEach
  void clear() {
    INDEX.clear();
  }

  @Test
  void findsTheSecondImportADuplicate() {
    assertThat(write(article("a", "one"), article("b", "two"))).containsOnly(INDEXED);
    assertThat(write(article("a", "one"), article("b", "two"))).containsOnly(DUPLICATE);
    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isEqualTo(2);
    assertThat(INDEX.count(IndexNames.VERSIONS)).isZero();
  }

  @Test
  void keepsTheFormerTextOfAnEdit() {
    write(article("a", "first wording"));
    assertThat(write(article("a", "second wording"))).containsExactly(UPDATED);
    assertThat(write(article("a", "third wording"))).containsExactly(UPDATED);
    assertThat(INDEX.count(IndexNames.DOCUMENTS, "text", "third")).isEqualTo(1);
    assertThat(INDEX.count(IndexNames.DOCUMENTS, "version", "3")).isEqualTo(1);
    assertThat(INDEX.count(IndexNames.VERSIONS, "version", "1")).isEqualTo(1);
    assertThat(INDEX.count(IndexNames.VERSIONS, "version", "2")).isEqualTo(1);
  }

  @Test
  void changesNothingWhenAnEditIsReplayed() {
    Document first = article("a", "first wording");
    Document second = article("a", "second wording");
    assertThat(write(first, second, first)).containsExactly(INDEXED, UPDATED, DUPLICATE);
    assertThat(write(first, second)).containsOnly(DUPLICATE);
    assertThat(INDEX.count(IndexNames.VERSIONS)).isEqualTo(1);
  }

  @Test
  void countsARetriedWriteThatHadSucceededAsIndexed() {
    write(article("a", "one"));
    IndexEntry again = IndexEntry.of(article("a", "one")).asRetried();
    assertThat(writer.write(List.of(again))).extracting(WriteOutcome::kind).containsOnly(INDEXED);
  }

  @Test
  void rejectsOnlyTheOneThatTheIndexCannotTake() {
    Document poison = article("b", "two", Instant.parse("+100000-01-01T00:00:00Z"), null);
    List<WriteOutcome> outcomes =
        writer.write(
            Stream.of(article("a", "one"), poison, article("c", "three"))
                .map(IndexEntry::of)
                .toList());
    assertThat(outcomes).extracting(WriteOutcome::kind).containsExactly(INDEXED, REJECTED, INDEXED);
    assertThat(outcomes.get(1).reason()).isEqualTo("document-parsing");
    assertThat(outcomes.get(1).message()).contains("[published]").doesNotContain("100000");
    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isEqualTo(2);
    assertThat(INDEX.count(IndexNames.REJECTIONS, "stage", "INDEX")).isEqualTo(1);
  }

  @Test
  void rejectsOnlyTheOneThatSpoilsTheWholeRequest() {
    Document longId = article("x".repeat(600), "two");
    assertThat(write(article("a", "one"), longId, article("c", "three")))
        .containsExactly(INDEXED, REJECTED, INDEXED);
  }

  @Test
  void takesTextWithBrokenSurrogatesAndRejectsWhatIsTooLarge() {
    assertThat(write(article("a", "broken \uD83D here"))).containsExactly(INDEXED);
    assertThat(write(article("b", "x".repeat(17 << 20)))).containsExactly(REJECTED);
    assertThat(INDEX.count(IndexNames.REJECTIONS, "reason", "too-large")).isEqualTo(1);
  }

  @Test
  void writesMoreThanOneRequestHolds() {
    List<IndexEntry> large =
        Stream.iterate(0, i -> i + 1)
            .limit(15)
            .map(i -> IndexEntry.of(article("d" + i, ("word" + i + " ").repeat(150_000))))
            .toList();
    assertThat(writer.write(large)).extracting(WriteOutcome::kind).containsOnly(INDEXED);
    assertThat(writer.write(large)).extracting(WriteOutcome::kind).containsOnly(DUPLICATE);
  }

  @Test
  void keepsOneRejectionOfOneFaultAndTheLastHealthOfAFeed() {
    Rejection rejection =
        new Rejection("a", Stage.READ, "malformed-json", "line 3", "f:3", Instant.EPOCH);
    for (int failures = 1; failures <= 2; failures++) {
      assertThat(writer.write(List.of(IndexEntry.of(rejection), IndexEntry.of(failing(failures)))))
          .extracting(WriteOutcome::kind)
          .containsOnly(INDEXED);
    }
    assertThat(INDEX.count(IndexNames.REJECTIONS)).isEqualTo(1);
    assertThat(INDEX.count(IndexNames.SOURCES)).isEqualTo(1);
    assertThat(INDEX.count(IndexNames.SOURCES, "consecutiveFailures", "2")).isEqualTo(1);
  }

  @Test
  void survivesItsOwnJson() {
    IndexEntry entry = IndexEntry.of(article("a", "نص")).asRetried();
    assertThat(IndexEntry.fromBytes(entry.toBytes())).isEqualTo(entry);
    assertThat(writer.write(Collections.emptyList())).isEmpty();
  }

  @Test
  void readsStateFromBeforeThereWereAlerts() {
    byte[] state =
        """
        {"rejection":{"sourceId":"a","stage":"READ","reason":"malformed-json",
         "message":"line 3","reference":"f:3","at":"1970-01-01T00:00:00Z"},"retried":true}"""
            .getBytes(StandardCharsets.UTF_8);
    Rejection rejection =
        new Rejection("a", Stage.READ, "malformed-json", "line 3", "f:3", Instant.EPOCH);
    assertThat(IndexEntry.fromBytes(state)).isEqualTo(IndexEntry.of(rejection).asRetried());
  }

  private List<Kind> write(Document... documents) {
    return writer.write(Stream.of(documents).map(IndexEntry::of).toList()).stream()
        .map(WriteOutcome::kind)
        .toList();
  }

  private static SourceHealth failing(int failures) {
    return new SourceHealth(
        "outlet-a https://outlet-a.example/" + "feed".repeat(200),
        "outlet-a",
        "Outlet A",
        "https://outlet-a.example/feed",
        SourceState.FAILING,
        500,
        "the server answers 500",
        Instant.EPOCH,
        null,
        null,
        null,
        0,
        failures,
        null);
  }
}
