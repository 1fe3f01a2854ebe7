// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.PreconditionFailedResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.feedback.Verdict;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.store.Kept;

/** The rules of alerting, and why each did or did not fire: /api/rules. */
final class RuleApi {
  private static final int DEFAULT_SIZE = 50;
  private static final int MAX_SIZE = 500;

  /** Of whatever bucket: none lies so far ahead. */
  private static final Duration AHEAD = Duration.ofDays(2);

  private final AlertParts parts;
  private final AuditLog auditLog;
  private final Clock clock;

  RuleApi(AlertParts parts, AuditLog auditLog, Clock clock) {
    this.parts = parts;
    this.auditLog = auditLog;
    this.clock = clock;
  }

  private record Rules(List<RuleView> rules) {}

  /**
   * @param next the {@code before} of the next page; absent on the last
   */
  private record Decisions(List<Decision> decisions, @Nullable Instant next) {}

  void addTo(RoutesConfig routes) {
    routes.get("/api/rules", this::list);
    routes.get("/api/rules/{id}", context -> context.json(view(find(context))));
    routes.put("/api/rules/{id}", this::put);
    routes.delete("/api/rules/{id}", this::delete);
    routes.put("/api/rules/{id}/mute", this::mute);
    routes.get("/api/rules/{id}/decisions", this::decisions);
  }

  private void list(Context context) {
    RequestParameters.none(context);
    List<Verdict> verdicts = parts.verdicts().all().stream().map(Kept::value).toList();
    Map<String, Decision> last =
        parts.decisions().latest().stream()
            .collect(Collectors.toMap(Decision::ruleId, decision -> decision));
    context.json(
        new Rules(
            parts.rules().all().stream()
                .map(rule -> RuleView.of(rule, verdicts, last.get(rule.id())))
                .toList()));
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
    return parts.decisions().of(ruleId, clock.instant().plus(AHEAD), 1).stream()
        .findFirst()
        .orElse(null);
  }

  /**
   * With {@code If-None-Match: *} it only makes new ones, with {@code If-Match} and a version it
   * only changes that one.
   */
  private void put(Context context) {
    RequestParameters.none(context);
    String id = context.pathParam("id");
    Optional<Kept<AlertRule>> former = parts.rules().find(id);
    AlertRule asked =
        RuleBody.read(context, id, former.map(kept -> kept.value().enabled()).orElse(true));
    String seen = context.header("If-Match");
    if (seen != null && !former.map(RuleView::version).equals(Optional.of(seen))) {
      throw new PreconditionFailedResponse(
          "Somebody has changed or deleted the rule meanwhile: load it again.");
    }
    if (former.isEmpty()) {
      auditLog.record("create", "rule", id);
      unlessChanged(parts.rules().create(id, asked));
      context.status(201).json(view(id));
      return;
    }
    if ("*".equals(context.header("If-None-Match"))) {
      throw new PreconditionFailedResponse(
          "There is a rule " + id + " already: name it otherwise.");
    }
    AlertRule rule = asked.mutedUntil(requireOurs(former.get()).mutedUntil());
    auditLog.record("change", "rule", id);
    unlessChanged(parts.rules().replace(former.get(), rule));
    context.json(view(id));
  }

  private void delete(Context context) {
    AlertRule rule = requireOurs(find(context));
    auditLog.record("delete", "rule", rule.id());
    boolean unused = parts.rules().remove(rule.id());
    context.status(204);
  }

  private void mute(Context context) {
    Kept<AlertRule> former = find(context);
    JsonBody body = JsonBody.of(context, Set.of("until"));
    Instant until = body.instant("until");
    body.check();
    AlertRule rule = former.value().mutedUntil(until);
    auditLog.record(until == null ? "unmute" : "mute", "rule", rule.id());
    unlessChanged(parts.rules().replace(former, rule));
    context.json(view(rule.id()));
  }

  private void decisions(Context context) {
    RequestParameters parameters = new RequestParameters(context, Set.of("before", "size"));
    int size = parameters.number("size", 1, MAX_SIZE, DEFAULT_SIZE);
    Instant before = parameters.instant("before");
    List<Decision> found =
        parts
            .decisions()
            .of(
                context.pathParam("id"),
                before == null ? clock.instant().plus(AHEAD) : before,
                size);
    context.json(new Decisions(found, found.size() < size ? null : found.get(size - 1).bucket()));
  }

  private Kept<AlertRule> find(Context context) {
    RequestParameters.none(context);
    String id = context.pathParam("id");
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
