// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.PreconditionFailedResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.feedback.Verdict;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.store.Kept;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.JsonBody;
import org.marsad.dashboards.http.Request;

/** The rules of alerting: /api/rules. */
public final class RuleApi {
  private final AlertParts parts;
  private final AuditLog auditLog;
  private final Clock clock;

  public RuleApi(AlertParts parts, AuditLog auditLog, Clock clock) {
    this.parts = parts;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  private record Rules(List<RuleView> rules) {}

  /**
   * @param until when it speaks again; absent for at once
   */
  private record MuteBody(@Nullable Instant until) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/rules")
            .access(Access.READ)
            .summary("Lists the rules and how they do")
            .answers(Rules.class)
            .handle(request -> list()),
        Endpoint.get("/api/rules/{id}")
            .access(Access.READ)
            .summary("Shows a rule")
            .refuses(404)
            .answers(RuleView.class)
            .handle(request -> view(find(request))),
        Endpoint.put("/api/rules/{id}")
            .access(Access.ANALYSE)
            .summary("Makes or changes a rule")
            .headers("If-Match", "If-None-Match")
            .body(RuleBody.class)
            .refuses(409, 412)
            .answers(200, RuleView.class)
            .answers(201, RuleView.class)
            .handle(this::put),
        Endpoint.delete("/api/rules/{id}")
            .access(Access.ANALYSE)
            .summary("Deletes a rule")
            .refuses(404, 409)
            .answers(204)
            .handle(this::delete),
        Endpoint.put("/api/rules/{id}/mute")
            .access(Access.ANALYSE)
            .summary("Silences a rule until a moment, or lets it speak again")
            .body(MuteBody.class)
            .refuses(404, 409)
            .answers(RuleView.class)
            .handle(this::mute));
  }

  private Rules list() {
    List<Verdict> verdicts = parts.verdicts().all().stream().map(Kept::value).toList();
    Map<String, Decision> last =
        parts.decisions().latest().stream()
            .collect(Collectors.toMap(Decision::ruleId, decision -> decision));
    return new Rules(
        parts.rules().all().stream()
            .map(rule -> RuleView.of(rule, verdicts, last.get(rule.id())))
            .toList());
  }

  /** As it is kept now. */
  private RuleView view(String id) {
    return parts
        .rules()
        .find(id)
        .map(this::view)
        .orElseThrow(() -> new ConflictResponse("Somebody has deleted the rule meanwhile."));
  }

  private RuleView view(Kept<AlertRule> rule) {
    List<Verdict> verdicts = parts.verdicts().all().stream().map(Kept::value).toList();
    return RuleView.of(rule, verdicts, last(rule.id()));
  }

  private @Nullable Decision last(String ruleId) {
    return parts.decisions().of(ruleId, DecisionApi.afterAll(clock), 1).stream()
        .findFirst()
        .orElse(null);
  }

  /**
   * With {@code If-None-Match: *} it only makes new ones, with {@code If-Match} and a version it
   * only changes that one.
   */
  private void put(Request request) {
    Context context = request.context();
    String id = request.path("id");
    Optional<Kept<AlertRule>> former = parts.rules().find(id);
    AlertRule asked =
        RuleBody.read(request.body(), id, former.map(kept -> kept.value().enabled()).orElse(true));
    String seen = context.header("If-Match");
    if (seen != null && !former.map(RuleView::version).equals(Optional.of(seen))) {
      throw new PreconditionFailedResponse(
          "Somebody has changed or deleted the rule meanwhile: load it again.");
    }
    if (former.isEmpty()) {
      auditLog.record(request.who(), "create", "rule", id);
      unlessChanged(parts.rules().create(id, asked));
      context.status(201).json(view(id));
      return;
    }
    if ("*".equals(context.header("If-None-Match"))) {
      throw new PreconditionFailedResponse(
          "There is a rule " + id + " already: name it otherwise.");
    }
    AlertRule rule = asked.mutedUntil(requireOurs(former.get()).mutedUntil());
    auditLog.record(request.who(), "change", "rule", id);
    unlessChanged(parts.rules().replace(former.get(), rule));
    context.json(view(id));
  }

  private void delete(Request request) {
    AlertRule rule = requireOurs(find(request));
    auditLog.record(request.who(), "delete", "rule", rule.id());
    boolean unused = parts.rules().remove(rule.id());
    request.context().status(204);
  }

  private RuleView mute(Request request) {
    Kept<AlertRule> former = find(request);
    JsonBody body = request.body();
    Instant until = body.instant("until");
    body.check();
    AlertRule rule = former.value().mutedUntil(until);
    auditLog.record(request.who(), until == null ? "unmute" : "mute", "rule", rule.id());
    unlessChanged(parts.rules().replace(former, rule));
    return view(rule.id());
  }

  private Kept<AlertRule> find(Request request) {
    String id = request.path("id");
    return parts
        .rules()
        .find(id)
        .orElseThrow(() -> new NotFoundResponse("There is no rule " + id + "."));
  }

  private static AlertRule requireOurs(Kept<AlertRule> kept) {
    if (kept.value().origin() == AlertRule.Origin.FILE) {
      throw new ConflictResponse(
          "The rule "
              + kept.id()
              + " is what the operator's file of rules says: change it there. Here it can be muted,"
              + " or copied under another id.");
    }
    return kept.value();
  }

  private static void unlessChanged(boolean written) {
    if (!written) {
      throw new ConflictResponse("Somebody has changed the rule meanwhile: load it again.");
    }
  }
}
