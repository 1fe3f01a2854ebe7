// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.marsad.classifiers.train.FeedbackForm;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Cost;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Request;
import org.marsad.index.feedback.FeedbackExport;
import org.marsad.index.feedback.FeedbackIndex;
import org.marsad.index.feedback.LabelBook;

/**
 * What people's answers come to: /api/feedback/agreement, /api/feedback/quality,
 * /api/feedback/export.jsonl.
 */
public final class FeedbackResultsApi {
  private final LabelBook book;
  private final FeedbackExport export;
  private final AuditLog auditLog;

  public FeedbackResultsApi(FeedbackIndex feedback, AuditLog auditLog) {
    this.book = feedback.labels();
    this.export = feedback.export();
    this.auditLog = auditLog;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/feedback/agreement")
            .access(Access.READ)
            .costs(Cost.MIDDLE)
            .summary("Tells how far people agree, by layer and language")
            .answersAll(AgreementRow.class)
            .handle(request -> AgreementRow.of(book.reviews())),
        Endpoint.get("/api/feedback/quality")
            .access(Access.READ)
            .summary("Tells how right the models have been on the random sample")
            .answersAll(QualityRow.class)
            .handle(request -> QualityRow.of(book.reviews())),
        Endpoint.get("/api/feedback/export.jsonl")
            .access(Access.ANALYSE)
            .costs(Cost.GREAT)
            .summary("Gives all answers as the training reads them, unmasked; recorded first")
            .answers(200, "application/jsonl")
            .handle(this::export));
  }

  private void export(Request request) throws IOException {
    auditLog.record(request.who(), "export", "feedback", "all");
    request
        .context()
        .contentType("application/jsonl; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"marsad-feedback.jsonl\"");
    OutputStream out = request.context().outputStream();
    FeedbackExport.Account unused =
        export.to(
            line -> {
              try {
                out.write((FeedbackForm.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}
