// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import io.javalin.http.ConflictResponse;
import io.javalin.http.ForbiddenResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.Assessment;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.documents.NamedDocument;
import org.marsad.dashboards.documents.Passages;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.InvalidBodyException;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.feedback.FeedbackIndex;
import org.marsad.index.feedback.Label;
import org.marsad.index.feedback.LabelBook;
import org.marsad.index.feedback.ReviewQueue;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.StoredDocument;

/** Gives people texts to judge and takes their answers: /api/feedback. */
public final class FeedbackApi {
  private static final Parameter<ReviewQueue> QUEUE =
      Parameter.oneOfLower("queue", ReviewQueue.class, "Where the text is to come from.")
          .orElse(ReviewQueue.RANDOM);
  private static final Parameter<ReviewQueue> SHOWN_AS =
      Parameter.oneOfLower("queue", ReviewQueue.class, "As of which queue the text is shown.")
          .orElse(ReviewQueue.OWN);
  private static final Parameter<String> SKIP =
      Parameter.text("skip", "A contentHash to pass over.").many();

  private final FeedbackIndex feedback;
  private final LabelBook book;
  private final DocumentQueries queries;
  private final Outlets outlets;
  private final AuditLog auditLog;
  private final Clock clock;
  private final Leases leases;
  private final ReviewDesk desk;

  /**
   * @param alerted ids of the documents that alerts have shown
   */
  public FeedbackApi(
      FeedbackIndex feedback,
      DocumentQueries queries,
      Supplier<List<String>> alerted,
      Outlets outlets,
      AuditLog auditLog,
      Clock clock) {
    this.feedback = feedback;
    this.book = feedback.labels();
    this.queries = queries;
    this.outlets = outlets;
    this.auditLog = auditLog;
    this.clock = clock;
    this.leases = new Leases(clock);
    this.desk = new ReviewDesk(book, feedback.candidates(), queries, alerted, leases);
  }

  /**
   * @param item absent where the queue has no more for this person
   */
  private record Next(@Nullable ReviewItem item, Progress progress) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/feedback/next")
            .access(Access.LABEL)
            .summary("Hands out a text to be judged, which nobody else is given for a while")
            .parameters(QUEUE, SKIP)
            .refuses(403)
            .answers(Next.class)
            .handle(this::next),
        Endpoint.get("/api/feedback/documents/{id}")
            .access(Access.LABEL)
            .summary("Shows what the person who asks has said of a document, and what can be said")
            .parameters(SHOWN_AS)
            .refuses(403, 404, 410, 422)
            .answers(ReviewItem.class)
            .handle(this::show),
        Endpoint.post("/api/feedback/documents/{id}")
            .access(Access.LABEL)
            .summary("Says what a document is, layer by layer; the latest answer counts")
            .body(AnswerBody.class)
            .refuses(403, 404, 409, 410)
            .answers(Progress.class)
            .handle(this::answer),
        Endpoint.post("/api/feedback/documents/{id}/reveal")
            .access(Access.LABEL)
            .summary("Shows a text unmasked that one was given to judge, which is recorded first")
            .parameters(SHOWN_AS)
            .refuses(403, 404, 410, 422)
            .answers(ReviewItem.class)
            .handle(this::reveal));
  }

  private Next next(Request request) {
    ReviewQueue queue = request.get(QUEUE);
    Annotator person = person(request, queue);
    ReviewItem item =
        desk.next(queue, person.id(), request.all(SKIP))
            .map(stored -> item(stored, queue, person, Passages.masked(stored.document())))
            .orElse(null);
    return new Next(item, progress(person));
  }

  private ReviewItem show(Request request) {
    ReviewQueue queue = request.get(SHOWN_AS);
    Annotator person = person(request, queue);
    StoredDocument stored = find(request);
    if (book.of(stored.document()).filter(review -> review.isBy(person.id())).isPresent()) {
      // Whoever comes back to a text has it again; if somebody else has it too, no harm is done.
      boolean unused = leases.take(stored.document().contentHash(), person.id());
    }
    return item(stored, queue, person, Passages.masked(stored.document()));
  }

  private ReviewItem reveal(Request request) {
    ReviewQueue queue = request.get(SHOWN_AS);
    Annotator person = person(request, queue);
    StoredDocument stored = find(request);
    if (!leases.has(stored.document().contentHash(), person.id())) {
      throw new ForbiddenResponse("Only who was given a text to judge may see it unmasked here.");
    }
    auditLog.record(request.who(), "reveal", "document", stored.document().id());
    return item(stored, queue, person, Passages.revealed(stored.document()));
  }

  private Progress answer(Request request) {
    StoredDocument stored = find(request);
    AnswerBody answer = AnswerBody.of(request.body());
    Annotator person = person(request, answer.queue());
    if (!stored.document().contentHash().equals(answer.contentHash())) {
      throw new ConflictResponse(
          "The document was edited since it was read: read it again, and then judge it.");
    }
    Instant at = clock.instant();
    Assessment judged = judged(stored);
    List<Label> labels = new ArrayList<>();
    answer
        .values()
        .forEach(
            (layer, values) ->
                labels.add(
                    Label.of(stored, judged, layer, values, person.id(), answer.queue(), at)));
    answer
        .unsaid()
        .forEach(
            layer ->
                labels.add(Label.of(stored, judged, layer, null, person.id(), answer.queue(), at)));
    auditLog.record(request.who(), "label", "document", stored.document().id());
    book.add(labels);
    leases.giveBack(answer.contentHash(), person.id());
    return progress(person);
  }

  private Progress progress(Annotator person) {
    return Progress.of(book.reviews(), feedback.wordings(), person.id(), clock.instant());
  }

  private Annotator person(Request request, ReviewQueue queue) {
    Annotator person = Annotator.of(request);
    if (queue == ReviewQueue.ADJUDICATION && !person.decides()) {
      throw new ForbiddenResponse("Only an analyst decides where others disagree.");
    }
    return person;
  }

  private ReviewItem item(
      StoredDocument stored, ReviewQueue queue, Annotator person, Passages passages) {
    return ReviewItem.of(
        stored,
        judged(stored),
        queue,
        passages,
        book.of(stored.document()).orElse(null),
        person.id(),
        outlets);
  }

  private static Assessment judged(StoredDocument stored) {
    Assessment judged = stored.document().assessment();
    if (judged == null || !judged.classified()) {
      throw new InvalidBodyException(
          List.of("No model reads the language of this document: there is no judgement to check."));
    }
    return judged;
  }

  private StoredDocument find(Request request) {
    return NamedDocument.find(queries, request.path("id"));
  }
}
