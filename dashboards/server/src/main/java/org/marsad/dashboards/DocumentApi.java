// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.StoredDocument;
import org.marsad.model.Story;

/** One document, its former texts, and its text unmasked: /api/documents. */
final class DocumentApi {
  private final DocumentQueries queries;
  private final Outlets outlets;
  private final AuditLog auditLog;

  DocumentApi(DocumentQueries queries, Outlets outlets, AuditLog auditLog) {
    this.queries = queries;
    this.outlets = outlets;
    this.auditLog = auditLog;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/api/documents/{id}", context -> context.json(masked(find(context))));
    routes.get(
        "/api/documents/{id}/history",
        context ->
            context.json(
                queries.history(find(context).document().id()).stream()
                    .map(this::masked)
                    .toList()));
    routes.get("/api/documents/{id}/story", context -> context.json(story(find(context))));
    routes.get("/api/documents/{id}/tellings", context -> context.json(tellings(find(context))));
    routes.get("/api/documents/{id}/citation", this::citation);
    routes.post("/api/documents/{id}/reveal", this::reveal);
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

  private void citation(Context context) {
    StoredDocument found = find(context);
    String id = found.document().id();
    context
        .json(CitationPack.of(found, queries.history(id), outlets))
        .header("Content-Disposition", "attachment; filename=\"marsad-citation.json\"");
  }

  private void reveal(Context context) {
    StoredDocument found = find(context);
    FullDocument masked = masked(found);
    if (masked.masked()) {
      auditLog.record("reveal", "document", found.document().id());
      context.json(FullDocument.revealed(found, outlets));
    } else {
      context.json(masked);
    }
  }

  private FullDocument masked(StoredDocument stored) {
    return FullDocument.masked(stored, outlets);
  }

  private StoredDocument find(Context context) {
    RequestParameters.none(context);
    String id = context.pathParam("id");
    return queries.document(id).orElseThrow(() -> absent(id));
  }

  private RuntimeException absent(String id) {
    return queries
        .tombstone(id)
        .<RuntimeException>map(ErasedException::new)
        .orElseGet(() -> new NotFoundResponse("The index holds no document " + id + "."));
  }
}
