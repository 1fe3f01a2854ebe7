// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.feedback.Verdict;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.store.Kept;
import org.marsad.model.masking.Controls;
import org.marsad.model.masking.Masking;

/** What alerting has found, and what people say of it: /api/incidents. */
final class IncidentApi {
  private static final int DEFAULT_SIZE = 20;
  private static final int MAX_SIZE = 100;

  /** Incidents of one round end together; there are no more than there may be rules. */
  private static final int MOST_AT_ONCE = 1_000;

  /** The newest of all, among which those of one incident are looked for. */
  private static final int MOST_RECEIPTS = 1_000;

  private static final int LONGEST_NOTE = 500;

  private final AlertParts parts;
  private final AuditLog auditLog;
  private final Clock clock;

  IncidentApi(AlertParts parts, AuditLog auditLog, Clock clock) {
    this.parts = parts;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  /**
   * @param next the {@code before} of the next page; absent on the last
   */
  private record Page(List<IncidentView> incidents, @Nullable Instant next) {}

  void addTo(RoutesConfig routes) {
    routes.get("/api/incidents", this::list);
    routes.get("/api/incidents/{id}", this::show);
    routes.put("/api/incidents/{id}/verdict", this::judge);
    routes.delete("/api/incidents/{id}/verdict", this::takeBack);
  }

  private void list(Context context) {
    RequestParameters parameters = new RequestParameters(context, Set.of("rule", "before", "size"));
    int size = parameters.number("size", 1, MAX_SIZE, DEFAULT_SIZE);
    String rule = parameters.text("rule");
    Instant before = parameters.instant("before");
    List<IncidentStep> found = parts.incidents().latest(rule, before, size);
    Instant next = null;
    if (found.size() == size) {
      next = found.get(size - 1).to();
      found = whole(found, rule, before, next);
      next = found.get(found.size() - 1).to();
    }
    Map<String, Verdict> verdicts =
        parts.verdicts().all().stream().collect(Collectors.toMap(Kept::id, Kept::value));
    context.json(
        new Page(
            found.stream()
                .map(step -> IncidentView.of(step, verdicts.get(step.incidentId())))
                .toList(),
            next));
  }

  /** Cuts a page where the time changes, since the next one begins before its last time. */
  private List<IncidentStep> whole(
      List<IncidentStep> found, @Nullable String rule, @Nullable Instant before, Instant last) {
    List<IncidentStep> later = found.stream().filter(step -> step.to().isAfter(last)).toList();
    return later.isEmpty()
        ? parts.incidents().latest(rule, before, MOST_AT_ONCE).stream()
            .filter(step -> !step.to().isBefore(last))
            .toList()
        : later;
  }

  private void show(Context context) {
    List<IncidentStep> steps = find(context);
    String id = context.pathParam("id");
    AlertRule then = steps.get(0).rule();
    Set<String> keys = steps.stream().map(IncidentStep::key).collect(Collectors.toSet());
    context.json(
        new IncidentView.Full(
            id,
            IncidentView.State.of(steps.get(steps.size() - 1)),
            steps,
            parts.verdicts().find(id).map(Kept::value).orElse(null),
            then == null ? null : parts.rules().find(then.id()).map(Kept::value).orElse(null),
            parts.deliveries().ofSteps(keys, MOST_RECEIPTS).stream()
                .map(IncidentView.Receipt::of)
                .toList()));
  }

  private void judge(Context context) {
    List<IncidentStep> steps = find(context);
    String id = context.pathParam("id");
    JsonBody body = JsonBody.of(context, Set.of("judgement", "note"));
    Verdict.Judgement judgement = body.oneOf("judgement", Verdict.Judgement.class);
    if (!body.has("judgement")) {
      body.fault("judgement", "is missing");
    }
    String note = body.text("note");
    if (note != null && note.length() > LONGEST_NOTE) {
      body.fault("note", "is longer than " + LONGEST_NOTE + " characters");
    }
    body.check();
    if (judgement == null) {
      throw new InvalidBodyException(List.of("judgement is missing."));
    }
    AlertRule rule = steps.get(0).rule();
    Verdict verdict =
        new Verdict(
            id,
            rule == null ? "" : rule.id(),
            judgement,
            note == null ? null : Controls.dropped(Masking.anywhere(note)),
            clock.instant());
    auditLog.record("judge", "incident", id);
    parts.verdicts().put(id, verdict);
    context.json(verdict);
  }

  private void takeBack(Context context) {
    find(context);
    String id = context.pathParam("id");
    auditLog.record("unjudge", "incident", id);
    boolean unused = parts.verdicts().remove(id);
    context.status(204);
  }

  private List<IncidentStep> find(Context context) {
    RequestParameters.none(context);
    String id = context.pathParam("id");
    List<IncidentStep> steps = parts.incidents().steps(id);
    if (steps.isEmpty()) {
      throw new NotFoundResponse("There is no incident " + id + ".");
    }
    return steps;
  }
}
