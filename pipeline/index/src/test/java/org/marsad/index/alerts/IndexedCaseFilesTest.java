// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.alerts.explain.Breakdown;
import org.marsad.alerts.explain.Dimension;
import org.marsad.alerts.explain.ValueCount;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Frame;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.Target;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;

/** Four outlets write a text each day; on the last day, one writes forty more and one is silent. */
class IndexedCaseFilesTest {
  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofDays(1));
  private static final Instant BASELINE = FROM.minus(Duration.ofDays(28));
  private static final Filters HOSTILE = Filters.NONE.ofStances(List.of("HOSTILE"));
  private static final List<String> OUTLETS = List.of("outlet-a", "outlet-b", "outlet-c");

  private final IndexedCaseFiles files = new IndexedCaseFiles(INDEX.connection());

  @BeforeAll
  static void fill() {
    List<Document> documents = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      Instant noon = FROM.minus(Duration.ofDays(day)).plus(Duration.ofHours(12));
      for (String outlet : OUTLETS) {
        documents.add(
            document(
                outlet + "-" + day,
                outlet,
                null,
                noon,
                words(documents.size()),
                judged(Stance.HOSTILE, 2, Frame.ECONOMY, "model-1")));
      }
      if (day > 0) {
        documents.add(
            document(
                "silent-" + day,
                "outlet-silent",
                null,
                noon,
                words(documents.size()),
                judged(Stance.NEUTRAL, 0, Frame.ECONOMY, "model-1")));
      }
    }
    for (int n = 0; n < 40; n++) {
      documents.add(
          document(
              "rise-" + n,
              "outlet-b",
              n % 2 == 0 ? "article-x" : null,
              FROM.plus(Duration.ofMinutes(n)),
              words(1_000 + n) + " le robinet " + words(2_000 + n),
              judged(Stance.HOSTILE, n == 17 ? 4 : 3, Frame.WATER, "model-2")));
    }
    documents.add(
        document(
            "end", "outlet-b", null, TO, "robinet", judged(Stance.HOSTILE, 5, null, "model-3")));
    documents.add(
        document(
            "undated", "outlet-b", null, null, "robinet", judged(Stance.HOSTILE, 5, null, "m")));
    new BulkWriter(INDEX.connection()).write(documents.stream().map(IndexEntry::of).toList());
    INDEX.refresh();
  }

  @Test
  void countsTheRiseBesideTheTimeBefore() {
    Breakdown found = files.breakdown(HOSTILE, BASELINE, FROM, TO);
    assertThat(found.observed()).isEqualTo(43);
    assertThat(found.baseline()).isEqualTo(84);
    assertThat(found.values().get(Dimension.SOURCE))
        .startsWith(new ValueCount("outlet-b", 41, 28))
        .contains(new ValueCount("outlet-a", 1, 28), new ValueCount("outlet-c", 1, 28))
        .hasSize(3);
    assertThat(found.values().get(Dimension.FRAME))
        .containsExactly(new ValueCount("WATER", 40, 0), new ValueCount("ECONOMY", 3, 84));
    assertThat(found.values().get(Dimension.TARGET))
        .containsExactly(new ValueCount("REFUGEE", 43, 84));
    assertThat(found.values().get(Dimension.PLACE))
        .containsExactly(new ValueCount("tanger", 43, 84));
    assertThat(found.values().get(Dimension.LANGUAGE))
        .containsExactly(new ValueCount("fr", 43, 84));
    assertThat(found.values().get(Dimension.THREAD))
        .containsExactly(new ValueCount("article-x", 20, 0));
    assertThat(found.models()).containsExactly("model-1", "model-2");
    assertThat(found.baselineModels()).containsExactly("model-1");
  }

  @Test
  void findsTheWordOfTheRiseAndCountsIt() {
    assertThat(files.breakdown(HOSTILE, BASELINE, FROM, TO).values().get(Dimension.TERM))
        .contains(new ValueCount("robinet", 40, 0))
        .noneMatch(term -> term.value().equals("migrants"));
  }

  @Test
  void takesTheWholeIndexForAMeasureWhereThereIsNoTimeBefore() {
    Filters water = Filters.NONE.toBuilder().frames(List.of("WATER")).build();
    Breakdown found = files.breakdown(water, BASELINE, FROM, TO);
    assertThat(found.baseline()).isZero();
    assertThat(found.values().get(Dimension.TERM)).contains(new ValueCount("robinet", 40, 0));
  }

  @Test
  void countsWhatSourcesCapturedWhateverItsStance() {
    assertThat(files.breakdown(HOSTILE, BASELINE, FROM, TO).captured())
        .contains(new ValueCount("outlet-silent", 0, 28), new ValueCount("outlet-b", 41, 28));
  }

  @Test
  void anEmptyRiseHasNoValues() {
    Instant later = TO.plus(Duration.ofDays(300));
    Breakdown found =
        files.breakdown(HOSTILE, later, later.plusSeconds(60), later.plusSeconds(120));
    assertThat(found.observed()).isZero();
    assertThat(found.captured()).isEmpty();
    assertThat(found.values().values()).allMatch(List::isEmpty);
  }

  @Test
  void listsTheMostHostileFirst() {
    assertThat(files.documents(HOSTILE, FROM, TO, 3))
        .extracting(Document::id)
        .containsExactly("rise-17", "rise-0", "rise-1");
    assertThat(files.documents(HOSTILE, FROM, TO, 300)).hasSize(43);
  }

  /** Of a language without a meaning, in which every text speaks of migrants. */
  private static String words(int number) {
    Random random = new Random(number);
    return "migrants "
        + IntStream.range(0, 12)
            .mapToObj(
                word ->
                    random
                        .ints(7, 'a', 'z' + 1)
                        .mapToObj(letter -> Character.toString(letter))
                        .collect(Collectors.joining()))
            .collect(Collectors.joining(" "));
  }

  private static Document document(
      String id,
      String source,
      @Nullable String parent,
      @Nullable Instant published,
      String text,
      Assessment assessment) {
    return Document.builder(
            id,
            source,
            parent == null ? DocumentKind.ARTICLE : DocumentKind.COMMENT,
            text,
            TO,
            "test:" + id)
        .parentId(parent)
        .author(parent == null ? null : "reader-of-" + id)
        .published(published)
        .assessment(assessment)
        .build();
  }

  private static Assessment judged(
      Stance stance, int intensity, @Nullable Frame frame, String model) {
    return new Assessment(
        true,
        "fr",
        List.of("fr"),
        true,
        0.9,
        stance,
        0.8,
        0.5,
        intensity,
        List.of(Target.REFUGEE),
        frame == null ? List.of() : List.of(frame),
        List.of(),
        List.of("tanger"),
        List.of(),
        List.of(),
        model,
        List.of(),
        "");
  }
}
