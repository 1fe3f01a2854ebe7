// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.classifiers.Stance;
import org.marsad.dashboards.samples.SampleAssessments;
import org.marsad.index.BulkWriter;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.IndexEntry;
import org.marsad.index.feedback.FeedbackIndex;
import org.marsad.index.feedback.Label;
import org.marsad.index.feedback.Layer;
import org.marsad.index.feedback.Review;
import org.marsad.index.feedback.ReviewQueue;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;

/** Two people and a third who decides, on texts of two languages. */
class ReviewDeskTest {
  private static final Instant NOW = Instant.parse("2026-03-03T00:00:00Z");
  private static final int TEXTS = 24;

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private FeedbackIndex feedback = new FeedbackIndex(INDEX.connection());
  private final Leases leases = new Leases(Clock.systemUTC());
  private int answers;

  @BeforeEach
  void fill() {
    INDEX.clear();
    feedback = new FeedbackIndex(INDEX.connection());
    List<IndexEntry> entries =
        IntStream.range(0, TEXTS).mapToObj(n -> IndexEntry.of(text(n))).toList();
    assertThat(new BulkWriter(INDEX.connection()).write(entries))
        .noneMatch(outcome -> outcome.reason() != null);
    INDEX.refresh();
  }

  @Test
  void languagesTakeTurnsThoughOneIsRare() {
    ReviewDesk desk = desk();
    List<String> languages = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      StoredDocument next = desk.next(ReviewQueue.RANDOM, "ann", Set.of()).orElseThrow();
      languages.add(language(next));
      say(next, "ann", "true");
    }
    assertThat(languages).containsExactly("arb", "fr", "arb", "fr", "arb", "fr");
  }

  @Test
  void twoPeopleAreNotGivenTheSameTextAtOnce() {
    ReviewDesk desk = desk();
    Optional<StoredDocument> anns = desk.next(ReviewQueue.RANDOM, "ann", Set.of());
    Optional<StoredDocument> bens = desk.next(ReviewQueue.RANDOM, "ben", Set.of());

    assertThat(anns).isPresent().isNotEqualTo(bens);
    assertThat(desk.next(ReviewQueue.RANDOM, "ann", Set.of())).isEqualTo(anns);
    assertThat(desk.next(ReviewQueue.RANDOM, "ann", Set.of(hash(anns)))).isNotEqualTo(anns);
  }

  @Test
  void aPartIsJudgedByTwoAndDisputesAreDecided() {
    ReviewDesk desk = desk();
    Map<String, Integer> times = new HashMap<>();
    for (String person : List.of("ann", "ben")) {
      Optional<StoredDocument> next = desk.next(ReviewQueue.RANDOM, person, Set.of());
      while (next.isPresent()) {
        times.merge(hash(next), 1, Integer::sum);
        say(next.get(), person, String.valueOf(person.equals("ann")));
        next = desk.next(ReviewQueue.RANDOM, person, Set.of());
      }
    }

    assertThat(times).hasSize(TEXTS);
    times.forEach((hash, count) -> assertThat(count).isEqualTo(ReviewDesk.isForTwo(hash) ? 2 : 1));
    assertThat(times).containsValue(2).containsValue(1);

    Set<String> decided = new HashSet<>();
    Optional<StoredDocument> next = desk.next(ReviewQueue.ADJUDICATION, "cas", Set.of());
    while (next.isPresent()) {
      assertThat(decided.add(hash(next))).isTrue();
      say(next.get(), "cas", ReviewQueue.ADJUDICATION, "true");
      next = desk.next(ReviewQueue.ADJUDICATION, "cas", Set.of());
    }
    assertThat(decided).hasSize((int) times.values().stream().filter(count -> count == 2).count());
    List<Review> reviews = feedback.labels().reviews();
    assertThat(reviews).noneMatch(Review::isDisputed);

    AgreementRow agreement = AgreementRow.of(reviews).get(0);
    assertThat(agreement.layer()).isEqualTo(Layer.RELEVANT);
    assertThat(agreement.agreement().units()).isEqualTo(decided.size());
    assertThat(agreement.agreement().alpha()).isNegative();
    assertThat(QualityRow.of(reviews))
        .filteredOn(row -> row.layer() == Layer.RELEVANT)
        .allSatisfy(row -> assertThat(row.right().share()).isEqualTo(1))
        .extracting(QualityRow::language)
        .containsExactly("arb", "fr");
  }

  @Test
  void anEditedTextIsJudgedAnewAndNobodyIsAskedAboutItsFormerWording() {
    ReviewDesk desk = desk();
    Set<String> others = new HashSet<>();
    for (int n = 0; n < TEXTS; n++) {
      others.add(text(n).contentHash());
    }
    Document former = forTwo();
    others.remove(former.contentHash());
    for (String person : List.of("ann", "ben")) {
      StoredDocument given = desk.next(ReviewQueue.RANDOM, person, others).orElseThrow();
      assertThat(given.document().id()).isEqualTo(former.id());
      say(given, person, String.valueOf(person.equals("ann")));
    }
    assertThat(desk.next(ReviewQueue.ADJUDICATION, "cas", Set.of())).isPresent();
    assertThat(progress().disputed()).isEqualTo(1);

    Document edited = former.toBuilder().title("Put right since").build();
    assertThat(new BulkWriter(INDEX.connection()).write(List.of(IndexEntry.of(edited))))
        .noneMatch(outcome -> outcome.reason() != null);
    INDEX.refresh();

    assertThat(desk.next(ReviewQueue.ADJUDICATION, "cas", Set.of())).isEmpty();
    assertThat(progress().disputed()).isZero();
    assertThat(progress().mine()).isEqualTo(1);
    assertThat(desk.next(ReviewQueue.RANDOM, "ann", others))
        .map(given -> given.document().contentHash())
        .contains(edited.contentHash());
  }

  private static Document forTwo() {
    return IntStream.range(0, TEXTS)
        .mapToObj(ReviewDeskTest::text)
        .filter(text -> ReviewDesk.isForTwo(text.contentHash()))
        .findFirst()
        .orElseThrow();
  }

  private Progress progress() {
    return Progress.of(feedback.labels().reviews(), feedback.wordings(), "ann", NOW);
  }

  @Test
  void whatAnAlertShowedIsFound() {
    ReviewDesk desk = desk();
    assertThat(desk.next(ReviewQueue.ALERT, "ann", Set.of()))
        .map(found -> found.document().id())
        .contains("text-3");
    assertThat(desk.next(ReviewQueue.OWN, "ann", Set.of())).isEmpty();
  }

  private ReviewDesk desk() {
    return new ReviewDesk(
        feedback.labels(),
        feedback.candidates(),
        new DocumentQueries(INDEX.connection()),
        () -> List.of("text-3", "gone"),
        leases);
  }

  private void say(StoredDocument stored, String annotator, String relevant) {
    say(stored, annotator, ReviewQueue.RANDOM, relevant);
  }

  private void say(StoredDocument stored, String annotator, ReviewQueue queue, String relevant) {
    assertThat(stored.document().assessment()).isNotNull();
    feedback
        .labels()
        .add(
            List.of(
                Label.of(
                    stored,
                    stored.document().assessment(),
                    Layer.RELEVANT,
                    List.of(relevant),
                    annotator,
                    queue,
                    NOW.plusSeconds(answers++))));
    leases.giveBack(stored.document().contentHash(), annotator);
  }

  private static Document text(int n) {
    String language = n % 6 == 0 ? "arb" : "fr";
    return Document.builder(
            "text-" + n, "outlet-a", DocumentKind.COMMENT, "words " + n, NOW, "import:" + n)
        .assessment(SampleAssessments.assessment(language, Stance.NEUTRAL, 0, List.of(), List.of()))
        .build();
  }

  private static String language(StoredDocument stored) {
    assertThat(stored.document().assessment()).isNotNull();
    return stored.document().assessment().language();
  }

  private static String hash(Optional<StoredDocument> stored) {
    return stored.orElseThrow().document().contentHash();
  }
}
