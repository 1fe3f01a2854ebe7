// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.article;
import static org.marsad.index.Documents.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.classifiers.Assessment;
import org.marsad.classifiers.Stance;
import org.marsad.classifiers.train.Feedback;
import org.marsad.classifiers.train.FeedbackForm;
import org.marsad.index.BulkWriter;
import org.marsad.index.Documents;
import org.marsad.index.DocumentsToErase;
import org.marsad.index.EmbeddedIndex;
import org.marsad.index.Erasure;
import org.marsad.index.IndexEntry;
import org.marsad.index.IndexNames;
import org.marsad.index.WriteOutcome;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Document;
import org.marsad.model.Json;

class LabelsInTheIndexTest {
  private static final Instant NOW = Instant.parse("2026-03-03T00:00:00Z");

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  @TempDir Path folder;

  private final LabelBook book = new LabelBook(INDEX.connection());
  private final Candidates candidates = new Candidates(INDEX.connection(), 0.4, 0.35);
  private final DocumentQueries queries = new DocumentQueries(INDEX.connection());
  private int answers;
  private int undecided;

  @BeforeEach
  void clear() {
    INDEX.clear();
  }

  @Test
  void everyAnswerIsKeptAndComesBackAsItWas() {
    write(article("a", "one"));
    Label first = say("a", "ann", Layer.RELEVANT, List.of("true"));
    Label second = say("a", "ann", Layer.RELEVANT, null);
    Label third = say("a", "ben", Layer.FRAMES, List.of());

    assertThat(INDEX.count(IndexNames.FEEDBACK)).isEqualTo(3);
    assertThat(new Labels(INDEX.connection()).all())
        .containsExactlyInAnyOrder(first, second, third);
    assertThat(first.said()).containsExactly("false");
    assertThat(first.model()).isEqualTo("test-1");
    Review reread = new LabelBook(INDEX.connection()).reviews().get(0);
    assertThat(reread.labels()).containsExactly(second, third);
  }

  @Test
  void anEditLeavesTheLabelsWithTheFormerWording() {
    write(article("a", "one"));
    say("a", "ann", Layer.RELEVANT, List.of("true"));
    write(article("a", "two"));

    StoredDocument edited = queries.document("a").orElseThrow();
    assertThat(edited.version()).isEqualTo(2);
    assertThat(book.of(edited.document())).isEmpty();
    assertThat(book.reviews()).hasSize(1);
    assertThat(exported()).singleElement().asString().contains("\"one\"").doesNotContain("two");
  }

  @Test
  void whatPeopleSaidOfEachWordingIsExportedWithThatWording() {
    write(article("a", "one"));
    say("a", "ann", Layer.RELEVANT, List.of("true"));
    say("a", "ben", Layer.RELEVANT, List.of("false"));
    INDEX.refresh();
    assertThat(new Wordings(INDEX.connection()).standing(book.reviews())).hasSize(1);
    write(article("a", "two"));
    say("a", "ann", Layer.RELEVANT, List.of("false"));
    write(article("a", "three"));
    INDEX.refresh();

    assertThat(exported()).singleElement().asString().contains("\"two\"", "\"relevant\":false");
    assertThat(undecided).isEqualTo(1);
    assertThat(new Wordings(INDEX.connection()).standing(book.reviews())).isEmpty();
  }

  @Test
  void labelsFromBeforeTheCodebookHadVersionsAreByItsFirst() throws IOException {
    write(article("a", "one"));
    Label label = say("a", "ann", Layer.RELEVANT, List.of("true"));
    ObjectNode stored = Json.MAPPER.valueToTree(label);
    stored.remove("codebook");
    INDEX
        .connection()
        .call(c -> c.index(i -> i.index(IndexNames.FEEDBACK).id(label.id()).document(stored)));
    INDEX.refresh();

    assertThat(new Labels(INDEX.connection()).all()).containsExactly(label);
    assertThat(exported()).hasSize(1);
  }

  @Test
  void anErasedDocumentIsNamedInNoLabelButStaysAFigure() {
    write(article("a", "one"), article("b", "two"));
    say("a", "ann", Layer.RELEVANT, List.of("true"));
    Label other = say("a", "ben", Layer.RELEVANT, List.of("false"));
    say("b", "ann", Layer.RELEVANT, List.of("false"));

    new Erasure(INDEX.connection())
        .erase(new DocumentsToErase(INDEX.connection()).read(List.of("a")), "on-request", NOW);
    INDEX.refresh();

    List<Label> left = new Labels(INDEX.connection()).all();
    assertThat(left.toString())
        .doesNotContain("a@", String.valueOf(other.contentHash()))
        .contains("b@");
    Review erased =
        new LabelBook(INDEX.connection())
            .reviews().stream().filter(one -> one.documentId() == null).findFirst().orElseThrow();
    assertThat(erased.annotators()).containsExactly("ann", "ben");
    assertThat(erased.isDisputed()).isTrue();
    assertThat(exported()).hasSize(1);
  }

  @Test
  void chanceIsTheSameEveryTimeAndLeavesOutWhatWasJudged() {
    write(
        IntStream.range(0, 40)
            .mapToObj(n -> article("n" + n, "text " + n))
            .toArray(Document[]::new));
    INDEX.refresh();

    List<StoredDocument> drawn = candidates.random("fr", Set.of(), 10);
    assertThat(drawn).isEqualTo(candidates.random("fr", Set.of(), 10));
    assertThat(ids(drawn)).isNotEqualTo(ids(drawn).stream().sorted().toList());

    String first = drawn.get(0).document().contentHash();
    assertThat(candidates.random("fr", Set.of(first), 9)).isEqualTo(drawn.subList(1, 10));
    assertThat(candidates.random("en", Set.of(), 10)).isEmpty();
    assertThat(candidates.languages()).containsExactly("fr");
  }

  @Test
  void theMostUncertainComesFirst() {
    write(
        judged("sure", Stance.HOSTILE, 0.9, 2),
        judged("close", Stance.HOSTILE, 0.4, 2),
        judged("closest", Stance.HOSTILE, 0.35, 2),
        judged("calm", Stance.NEUTRAL, 0.02, 0));
    INDEX.refresh();

    assertThat(ids(candidates.uncertain("fr", Set.of(), 3)))
        .containsExactly("closest", "close", "calm");
  }

  @Test
  void theSevereAreThoseFromFourOn() {
    write(
        judged("three", Stance.HOSTILE, 0.9, 3),
        judged("four", Stance.HOSTILE, 0.9, 4),
        judged("five", Stance.HOSTILE, 0.9, 5));
    INDEX.refresh();

    assertThat(ids(candidates.severe("fr", Set.of(), 3))).containsExactlyInAnyOrder("four", "five");
    assertThat(ids(candidates.among(List.of("three", "gone"), "fr", Set.of(), 3)))
        .containsExactly("three");
  }

  @Test
  void whatIsExportedIsWhatTheTrainingReads() throws IOException {
    write(
        article("a", "Les voisins aident les migrants"),
        article("b", "Il pleut"),
        article("c", "Disputed words"),
        article("d", "?!"));
    for (String person : List.of("ann", "ben")) {
      say("a", person, Layer.RELEVANT, List.of("true"));
      say("a", person, Layer.STANCE, List.of("SUPPORTIVE"));
      say("a", person, Layer.INTENSITY, List.of("0"));
      say("a", person, Layer.TARGETS, List.of("REFUGEE", "MIGRANT_GENERIC"));
      say("a", person, Layer.FRAMES, List.of("SOLIDARITY"));
      say("a", person, Layer.OFFENSIVE, List.of("false"));
    }
    say("b", "ann", Layer.STANCE, List.of("NEUTRAL"));
    say("b", "ann", Layer.RELEVANT, List.of("false"));
    say("c", "ann", Layer.STANCE, List.of("HOSTILE"));
    say("c", "ann", Layer.INTENSITY, List.of("1"));
    say("c", "ben", Layer.STANCE, List.of("NEUTRAL"));
    say("d", "ann", Layer.RELEVANT, List.of("true"));
    Feedback withoutDispute = Feedback.read(List.of(file()));
    // Who differ in the stance of a text agree that it has one.
    assertThat(withoutDispute.size()).isEqualTo(3);
    assertThat(exported()).filteredOn(line -> line.contains("Disputed")).hasSize(2);
    assertThat(withoutDispute.disputed()).isZero();
    assertThat(undecided).isEqualTo(1);

    add("c", "cas", Layer.STANCE, ReviewQueue.ADJUDICATION, List.of("NEUTRAL"));

    Feedback decided = Feedback.read(List.of(file()));
    assertThat(decided.size()).isEqualTo(3);
    assertThat(decided.disputed()).isZero();
    assertThat(exported()).hasSize(4).allMatch(line -> line.contains("\"codebook\":\"1\""));
    assertThat(undecided).isZero();
  }

  private Path file() throws IOException {
    return Files.write(folder.resolve("feedback.jsonl"), exported());
  }

  private List<String> exported() {
    List<String> lines = new ArrayList<>();
    FeedbackExport.Account account =
        new FeedbackExport(INDEX.connection()).to(line -> lines.add(FeedbackForm.write(line)));
    assertThat(account.lines()).isEqualTo(lines.size());
    undecided = account.undecided();
    return lines;
  }

  private Label say(String id, String annotator, Layer layer, @Nullable List<String> values) {
    return add(id, annotator, layer, ReviewQueue.RANDOM, values);
  }

  private Label add(
      String id, String annotator, Layer layer, ReviewQueue queue, @Nullable List<String> values) {
    StoredDocument stored = queries.document(id).orElseThrow();
    Assessment judged = stored.document().assessment();
    assertThat(judged).isNotNull();
    Label label =
        Label.of(stored, judged, layer, values, annotator, queue, NOW.plusSeconds(answers++));
    book.add(List.of(label));
    return label;
  }

  private static Document judged(String id, Stance stance, double hostility, int intensity) {
    Assessment base = assessment("fr", stance, hostility);
    return article(
        id,
        "text of " + id,
        Documents.CAPTURED,
        new Assessment(
            true,
            base.language(),
            base.languages(),
            true,
            0.99,
            stance,
            hostility,
            base.offensive(),
            intensity,
            base.targets(),
            base.frames(),
            base.themes(),
            base.places(),
            base.mentions(),
            base.evidence(),
            base.model(),
            base.flags(),
            base.reason()));
  }

  private static List<String> ids(List<StoredDocument> documents) {
    return documents.stream().map(stored -> stored.document().id()).toList();
  }

  private static void write(Document... documents) {
    List<WriteOutcome> outcomes =
        new BulkWriter(INDEX.connection()).write(Stream.of(documents).map(IndexEntry::of).toList());
    assertThat(outcomes).noneMatch(outcome -> outcome.reason() != null);
  }
}
