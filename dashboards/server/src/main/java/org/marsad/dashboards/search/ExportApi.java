// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Cost;
import org.marsad.dashboards.http.Csv;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Later;
import org.marsad.dashboards.http.LineStream;
import org.marsad.dashboards.http.Request;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.feedback.LabelBook;
import org.marsad.index.query.DocumentQueries;
import org.marsad.model.Filters;
import org.marsad.model.Json;
import org.marsad.model.Morocco;

/**
 * Everything that a query finds, as a file: /api/export.csv, /api/export.jsonl. It is written while
 * it is read, so that it may be as long as it likes; a fault breaks the connection off, since a
 * short file that ends as it should looks whole.
 */
public final class ExportApi {
  private static final String JSON_LINES = "application/x-ndjson";

  /** Each keeps a moment of the index alive, and readers wait beside them. */
  private static final int MOST_AT_ONCE = 2;

  private static final int SECONDS = 5;

  private final DocumentQueries queries;
  private final Outlets outlets;
  private final LabelBook labels;
  private final AuditLog auditLog;
  private final Clock clock;
  private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

  public ExportApi(
      DocumentQueries queries, Outlets outlets, LabelBook labels, AuditLog auditLog, Clock clock) {
    this.queries = queries;
    this.outlets = outlets;
    this.labels = labels;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/export.csv")
            .access(Access.ANALYSE)
            .costs(Cost.GREAT)
            .summary("Exports all documents found as a table, masked; recorded")
            .parameters(FilterParameters.ALL)
            .answers(200, Csv.MEDIA_TYPE)
            .handle(
                request ->
                    export(
                        request,
                        "csv",
                        Csv.MEDIA_TYPE + "; charset=utf-8",
                        Csv.MARK + Csv.line(ExportedDocument.columns().toArray()),
                        document -> Csv.line(document.cells()))),
        Endpoint.get("/api/export.jsonl")
            .access(Access.ANALYSE)
            .costs(Cost.GREAT)
            .summary("Exports all documents found as JSON, one a line, masked; recorded")
            .parameters(FilterParameters.ALL)
            .answers(200, JSON_LINES)
            .handle(request -> export(request, "jsonl", JSON_LINES, "", ExportApi::json)));
  }

  private void export(
      Request request,
      String format,
      String mediaType,
      String head,
      Function<ExportedDocument, String> line)
      throws IOException {
    Filters filters = FilterParameters.read(request);
    if (!turns.tryAcquire()) {
      throw Later.in(
          SECONDS,
          request.context(),
          "Other exports are being written: ask again when one of them is done.");
    }
    try {
      Context context = request.context();
      auditLog.record(request.who(), "export", "documents", format, context.queryParamMap());
      String name = "marsad-" + LocalDate.now(clock.withZone(Morocco.TIME)) + "." + format;
      LineStream.answer(
          context,
          mediaType,
          name,
          head,
          lines ->
              queries.stream(
                  filters,
                  document ->
                      lines.write(line.apply(ExportedDocument.of(document, outlets, labels)))));
    } finally {
      turns.release();
    }
  }

  private static String json(ExportedDocument document) {
    try {
      return Json.MAPPER.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records are always encodable", e);
    }
  }
}
