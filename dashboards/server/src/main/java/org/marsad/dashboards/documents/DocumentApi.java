// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.documents;

import java.util.List;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.EndpointDraft;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.feedback.LabelBook;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Story;

/** One document, its former texts, and its text unmasked: /api/documents. */
public final class DocumentApi {
  private final DocumentQueries queries;
  private final Outlets outlets;
  private final LabelBook labels;
  private final AuditLog auditLog;

  public DocumentApi(
      DocumentQueries queries, Outlets outlets, LabelBook labels, AuditLog auditLog) {
    this.queries = queries;
    this.outlets = outlets;
    this.labels = labels;
    this.auditLog = auditLog;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        reading("", "Shows a document, masked")
            .answers(FullDocument.class)
            .handle(request -> masked(find(request))),
        reading("/history", "Shows its former texts, oldest first, masked")
            .answersAll(FullDocument.class)
            .handle(
                request ->
                    queries.history(find(request).document().id()).stream()
                        .map(this::masked)
                        .toList()),
        reading("/story", "Tells how far its story went, in a list of one or of none")
            .answersAll(StoryView.class)
            .handle(request -> story(find(request))),
        reading("/tellings", "Lists what tells its story, the earliest first")
            .answersAll(TellingView.class)
            .handle(request -> tellings(find(request))),
        reading("/citation", "Gives what a citation needs, as a file")
            .answers(CitationPack.class)
            .handle(this::citation),
        Endpoint.post("/api/documents/{id}/reveal")
            .access(Access.ANALYSE)
            .summary("Shows a document unmasked, which is recorded first")
            .refuses(404, 410)
            .answers(FullDocument.class)
            .handle(this::reveal));
  }

  private static EndpointDraft reading(String part, String summary) {
    return Endpoint.get("/api/documents/{id}" + part)
        .access(Access.READ)
        .summary(summary)
        .refuses(404, 410);
  }

  /** One, or none for what was compared with nothing, such as comments. */
  private List<StoryView> story(StoredDocument stored) {
    Story story = stored.document().story();
    return story == null
        ? List.of()
        : queries.story(story.id()).map(spread -> StoryView.of(spread, outlets)).stream().toList();
  }

  /** All that tell its story, the earliest first; none for what was compared with nothing. */
  private List<TellingView> tellings(StoredDocument stored) {
    Story story = stored.document().story();
    return story == null
        ? List.of()
        : queries.tellings(story.id()).stream().map(one -> TellingView.of(one, outlets)).toList();
  }

  private CitationPack citation(Request request) {
    StoredDocument found = find(request);
    request
        .context()
        .header("Content-Disposition", "attachment; filename=\"marsad-citation.json\"");
    return CitationPack.of(found, queries.history(found.document().id()), outlets);
  }

  private FullDocument reveal(Request request) {
    StoredDocument found = find(request);
    FullDocument masked = masked(found);
    if (!masked.masked()) {
      return masked;
    }
    auditLog.record(request.who(), "reveal", "document", found.document().id());
    return FullDocument.revealed(found, outlets, labels);
  }

  private FullDocument masked(StoredDocument stored) {
    return FullDocument.masked(stored, outlets, labels);
  }

  private StoredDocument find(Request request) {
    return NamedDocument.find(queries, request.path("id"));
  }
}
