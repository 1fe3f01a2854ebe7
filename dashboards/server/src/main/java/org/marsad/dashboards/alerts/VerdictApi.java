// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.feedback.Verdict;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.store.IncidentLog;
import org.marsad.alerts.store.Shelf;
import org.marsad.dashboards.accounts.Caller;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.JsonBody;
import org.marsad.dashboards.http.Request;
import org.marsad.index.accounts.Account;
import org.marsad.model.masking.Controls;
import org.marsad.model.masking.Masking;

/** What people say of an incident: /api/incidents/{id}/verdict. */
public final class VerdictApi {
  private static final int LONGEST_NOTE = 500;

  private final IncidentLog incidents;
  private final Shelf<Verdict> verdicts;
  private final AuditLog auditLog;
  private final Clock clock;

  public VerdictApi(AlertParts parts, AuditLog auditLog, Clock clock) {
    this.incidents = parts.incidents();
    this.verdicts = parts.verdicts();
    this.auditLog = auditLog;
    this.clock = clock;
  }

  /**
   * @param note masked before it is kept
   */
  private record VerdictBody(Verdict.Judgement judgement, @Nullable String note) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.put("/api/incidents/{id}/verdict")
            .access(Access.ANALYSE)
            .summary("Acknowledges an incident, or calls it a false alarm")
            .body(VerdictBody.class)
            .refuses(404)
            .answers(Verdict.class)
            .handle(this::judge),
        Endpoint.delete("/api/incidents/{id}/verdict")
            .access(Access.ANALYSE)
            .summary("Takes a verdict back")
            .refuses(404)
            .answers(204)
            .handle(this::takeBack));
  }

  private Verdict judge(Request request) {
    IncidentStep first = NamedIncident.steps(incidents, request).get(0);
    String id = first.incidentId();
    AlertRule rule = first.rule();
    JsonBody body = request.body();
    Verdict.Judgement judgement = body.required("judgement", Verdict.Judgement.class);
    String note = body.text("note");
    if (note != null && note.length() > LONGEST_NOTE) {
      body.fault("note", "is longer than " + LONGEST_NOTE + " characters");
    }
    body.check();
    Account account = Caller.of(request.context()).account();
    Verdict verdict =
        new Verdict(
            id,
            rule == null ? "" : rule.id(),
            judgement,
            note == null ? null : Controls.dropped(Masking.anywhere(note)),
            account == null ? Verdict.LOCAL : account.id(),
            clock.instant());
    auditLog.record(request.who(), "judge", "incident", id);
    verdicts.put(id, verdict);
    return verdict;
  }

  private void takeBack(Request request) {
    String id = NamedIncident.steps(incidents, request).get(0).incidentId();
    auditLog.record(request.who(), "unjudge", "incident", id);
    boolean unused = verdicts.remove(id);
    request.context().status(204);
  }
}
