// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.index.Documents.article;
import static org.marsad.index.Documents.assessment;
import static org.marsad.index.WriteOutcome.Kind.DUPLICATE;
import static org.marsad.index.WriteOutcome.Kind.ERASED;
import static org.marsad.index.WriteOutcome.Kind.INDEXED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.alerts.explain.Explanation;
import org.marsad.alerts.explain.Sample;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.classifiers.Stance;
import org.marsad.index.WriteOutcome.Kind;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.SearchRequest;
import org.marsad.index.query.Sort;
import org.marsad.model.Deletion;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Filters;
import org.marsad.model.Provenance;
import org.marsad.model.Provenance.Robots;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;
import org.marsad.model.Story;

class ErasureTest {
  private static final Instant NOW = Instant.parse("2026-03-03T00:00:00Z");

  @RegisterExtension static final EmbeddedIndex INDEX = new EmbeddedIndex();

  private final BulkWriter writer = new BulkWriter(INDEX.connection());
  private final Erasure erasure = new Erasure(INDEX.connection());
  private final DocumentsToErase toErase = new DocumentsToErase(INDEX.connection());
  private final DocumentQueries queries = new DocumentQueries(INDEX.connection());

  @BeforeEach
  void clear() {
    INDEX.clear();
  }

  @Test
  void nothingOfAnErasedDocumentIsLeftInAnyIndex() {
    Document planted = article("a", "planted first wording");
    write(planted, article("a", "planted second wording"), article("b", "another text"));
    writer.write(List.of(IndexEntry.of(stepWith(planted, article("b", "another text")))));
    assertThat(everything()).contains("planted first", "planted second");

    assertThat(erase("a")).containsExactly(ERASED);

    INDEX.refresh();
    assertThat(everything()).doesNotContain("planted").doesNotContain("Title of a");
    assertThat(everything()).contains("another text", "Title of b");
    assertThat(INDEX.count(IndexNames.VERSIONS)).isZero();
    assertThat(INDEX.count(IndexNames.INCIDENTS)).isEqualTo(1);
  }

  @Test
  void aTombstoneIsInNoSearchAndNoCountButIsFoundById() {
    write(article("a", "one"), article("b", "two"));
    erase("a");

    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isEqualTo(1);
    assertThat(queries.search(new SearchRequest(Filters.NONE, Sort.NEWEST, 10, null)).hits())
        .hasSize(1);
    assertThat(queries.document("a")).isEmpty();
    assertThat(queries.history("a")).isEmpty();
    Tombstone stone = queries.tombstone("a").orElseThrow();
    assertThat(stone.reason()).isEqualTo("deleted-at-source");
    assertThat(stone.erasedAt()).isEqualTo(NOW);
    assertThat(queries.tombstone("b")).isEmpty();
  }

  @Test
  void aReplayOrAnEditDoesNotBringItBack() {
    write(article("a", "one"));
    erase("a");

    assertThat(write(article("a", "one"), article("a", "edited"))).containsOnly(DUPLICATE);
    IndexEntry retried = IndexEntry.of(article("a", "edited again")).asRetried();
    assertThat(writer.write(List.of(retried)))
        .extracting(WriteOutcome::kind)
        .containsOnly(DUPLICATE);

    assertThat(queries.document("a")).isEmpty();
    assertThat(INDEX.count(IndexNames.VERSIONS)).isZero();
  }

  @Test
  void anErasedArticleDoesNotComeBackUnderAnotherAddressOfItsOutlet() {
    Document first = article("a", "first wording");
    write(first, article("a", "second wording"));
    erasure.erase(toErase.read(List.of("a")), "on-request", NOW);
    INDEX.refresh();

    Document again = article("elsewhere", "first wording").toBuilder().title(first.title()).build();
    assertThat(write(again)).containsExactly(DUPLICATE);
    assertThat(queries.document("elsewhere")).isEmpty();
    assertThat(write(article("b", "other words"))).containsExactly(INDEXED);
    assertThat(toErase.read(List.of("a")).get(0).contentHashes()).contains(first.contentHash());
  }

  @Test
  void aPersonsTombstoneKeepsNoHashOfTheWords() {
    Document post = post("p", "few words", "pseudonym");
    write(post);
    erasure.erase(toErase.read(List.of("p")), "on-request", NOW);
    assertThat(everything()).contains("on-request").doesNotContain(post.contentHash());
  }

  @Test
  void findsAllThatASourceHasBrought() {
    write(article("a", "one"), article("b", "two"));
    INDEX.refresh();
    assertThat(toErase.ofSource("outlet-a"))
        .extracting(ErasedDocument::id)
        .containsExactlyInAnyOrder("a", "b");
    assertThat(toErase.ofSource("outlet-b")).isEmpty();
  }

  @Test
  void aDeletionInFrontOfItsDocumentInOneBatchErasesIt() {
    IndexEntry deletion =
        IndexEntry.of(Deletion.ofDocument("outlet-a", "a", "deleted-at-source", NOW));
    List<WriteOutcome> outcomes =
        writer.write(List.of(deletion, IndexEntry.of(article("a", "one"))));
    assertThat(outcomes).extracting(WriteOutcome::kind).containsExactly(ERASED, INDEXED);
    assertThat(queries.tombstone("a")).isPresent();
  }

  @Test
  void aDeletionOfWhatIsNotThereLeavesNothing() {
    assertThat(erase("never-seen")).containsExactly(ERASED);
    assertThat(queries.tombstone("never-seen")).isEmpty();
    assertThat(write(article("never-seen", "one"))).containsExactly(INDEXED);
  }

  @Test
  void anOperatorsErasureKeepsOutWhatHasNotComeYet() {
    erasure.erase(toErase.read(List.of("not-yet")), "on-request", NOW);
    assertThat(write(article("not-yet", "one"))).containsExactly(DUPLICATE);
    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isZero();
  }

  @Test
  void allDocumentsOfAnAuthorGoAndNoOthers() {
    write(post("a", "planted one", "pseudonym-1"), post("b", "planted two", "pseudonym-1"));
    write(post("c", "stays", "pseudonym-2"));
    INDEX.refresh();

    writer.write(
        List.of(IndexEntry.of(Deletion.ofAuthor("net", "pseudonym-1", "account-deleted", NOW))));

    INDEX.refresh();
    assertThat(everything()).doesNotContain("planted", "pseudonym-1").contains("stays");
    assertThat(queries.tombstone("b").orElseThrow().reason()).isEqualTo("account-deleted");
  }

  @Test
  void findsWhatIsOlderThanADayByKind() {
    write(
        article("old", "one", NOW.minusSeconds(9_999_999), null), article("new", "two", NOW, null));
    write(post("post", "three", "pseudonym"));
    INDEX.refresh();
    assertThat(toErase.before(NOW, null)).extracting(ErasedDocument::id).contains("old", "post");
    assertThat(toErase.before(NOW, DocumentKind.POST))
        .extracting(ErasedDocument::id)
        .containsExactly("post");
  }

  @Test
  void removesTheRejectionsThatNameWhereItCameFrom() {
    write(article("a", "one"));
    writer.write(
        List.of(
            IndexEntry.of(rejection("outlet-a", "https://outlet-a.example/a")),
            IndexEntry.of(rejection("outlet-a", "https://outlet-a.example/b")),
            IndexEntry.of(rejection("outlet-b", "https://outlet-a.example/a"))));
    assertThat(erasure.removeRejections(toErase.read(List.of("a")))).isEqualTo(1);
    assertThat(INDEX.count(IndexNames.REJECTIONS)).isEqualTo(2);
  }

  private static Rejection rejection(String source, String reference) {
    return new Rejection(
        source, Stage.FETCH, "fault-" + source, "the server fails", reference, NOW);
  }

  @Test
  void knowsAllTextsAndCapturesOfADocument() {
    Document first = captured(article("a", "first wording"), "urn:uuid:1");
    Document second = captured(article("a", "second wording"), "urn:uuid:2");
    write(first, second);
    ErasedDocument found = toErase.read(List.of("a")).get(0);
    assertThat(found.recordIds()).containsExactlyInAnyOrder("urn:uuid:1", "urn:uuid:2");
    assertThat(found.contentHashes())
        .containsExactlyInAnyOrder(first.contentHash(), second.contentHash());
    assertThat(found.version()).isEqualTo(2);
  }

  @Test
  void provenanceAndStoryComeBackAndCanBeSearchedFor() {
    Story story = new Story("a", Story.Role.COPY, 0.75, "map");
    Document document = captured(article("a", "one"), "urn:uuid:1").withStory(story);
    write(document);
    assertThat(queries.document("a").orElseThrow().document()).isEqualTo(document);
    assertThat(INDEX.count(IndexNames.DOCUMENTS, "story.role", "COPY")).isEqualTo(1);
    assertThat(INDEX.count(IndexNames.DOCUMENTS, "provenance.recordId", "urn:uuid:1")).isEqualTo(1);
  }

  @Test
  void anIndexFromBeforeThereWereTombstonesHidesThemAfterTheNextStart() {
    INDEX
        .connection()
        .call(
            c ->
                c.indices()
                    .updateAliases(
                        u ->
                            u.actions(
                                    a ->
                                        a.remove(
                                            r ->
                                                r.index(IndexNames.DOCUMENTS + "-1")
                                                    .alias(IndexNames.DOCUMENTS)))
                                .actions(
                                    a ->
                                        a.add(
                                            r ->
                                                r.index(IndexNames.DOCUMENTS + "-1")
                                                    .alias(IndexNames.DOCUMENTS)
                                                    .isWriteIndex(true)))));
    write(article("a", "one"));
    erase("a");
    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isEqualTo(1);

    INDEX.connection().installTemplates();

    assertThat(INDEX.count(IndexNames.DOCUMENTS)).isZero();
    assertThat(write(article("b", "two"))).containsExactly(INDEXED);
  }

  /** The stored JSON of all indices, whatever the aliases show. */
  private String everything() {
    INDEX.refresh();
    return INDEX
        .connection()
        .call(
            c ->
                c.search(
                    s -> s.index("marsad-*").size(1_000).query(q -> q.matchAll(m -> m)),
                    ObjectNode.class))
        .hits()
        .hits()
        .stream()
        .map(hit -> hit.id() + " " + hit.source())
        .collect(Collectors.joining("\n"));
  }

  private List<Kind> erase(String id) {
    return kinds(
        List.of(IndexEntry.of(Deletion.ofDocument("outlet-a", id, "deleted-at-source", NOW))));
  }

  private List<Kind> write(Document... documents) {
    return kinds(Stream.of(documents).map(IndexEntry::of).toList());
  }

  private List<Kind> kinds(List<IndexEntry> entries) {
    return writer.write(entries).stream().map(WriteOutcome::kind).toList();
  }

  private static IncidentStep stepWith(Document... documents) {
    return new IncidentStep(
        "incident",
        1,
        IncidentStep.Kind.OPENED,
        null,
        null,
        NOW,
        NOW,
        1,
        0,
        1,
        null,
        null,
        "volume up",
        1,
        false,
        List.of(),
        new Explanation(
            List.of(),
            false,
            null,
            List.of(),
            List.of(),
            false,
            Stream.of(documents).map(document -> Sample.of(document, 1)).toList()),
        null);
  }

  private static Document captured(Document document, String recordId) {
    Provenance provenance =
        Provenance.of(document.text().getBytes(UTF_8), Robots.ALLOWED)
            .keptIn("f.warc.gz", recordId);
    return document.toBuilder().provenance(provenance).build();
  }

  private static Document post(String id, String text, String author) {
    Document article = article(id, text, Documents.CAPTURED, assessment("fr", Stance.HOSTILE, 0.5));
    return article.toBuilder().kind(DocumentKind.POST).author(author).build();
  }
}
