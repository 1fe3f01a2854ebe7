// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.explain.Explanation;
import org.marsad.alerts.feedback.Verdict;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.store.Kept;
import org.marsad.dashboards.accounts.Accounts;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Parameter;
import org.marsad.dashboards.http.Request;
import org.marsad.index.accounts.Account;
import org.marsad.index.feedback.LabelBook;

/** What alerting has found: /api/incidents. */
public final class IncidentApi {
  private static final Parameter<String> RULE =
      Parameter.text("rule", "The id of a rule; without it all.");
  private static final Parameter<Instant> BEFORE =
      Parameter.instant("before", "Only what is older; the `next` of the page before.");
  private static final Parameter<Integer> SIZE =
      Parameter.number("size", 1, 100, "How many incidents a page holds, about.").orElse(20);

  /** Incidents of one round end together; there are no more than there may be rules. */
  private static final int MOST_AT_ONCE = 1_000;

  /** The newest of all, among which those of one incident are looked for. */
  private static final int MOST_RECEIPTS = 1_000;

  private final AlertParts parts;
  private final LabelBook labels;
  private final Accounts accounts;

  public IncidentApi(AlertParts parts, LabelBook labels, Accounts accounts) {
    this.parts = parts;
    this.labels = labels;
    this.accounts = accounts;
  }

  /**
   * @param next the {@code before} of the next page; absent on the last
   */
  private record Page(List<IncidentView> incidents, @Nullable Instant next) {}

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/incidents")
            .access(Access.READ)
            .summary("Lists incidents by their latest step, the latest first")
            .parameters(RULE, BEFORE, SIZE)
            .answers(Page.class)
            .handle(this::list),
        Endpoint.get("/api/incidents/{id}")
            .access(Access.READ)
            .summary("Shows an incident with all evidence")
            .refuses(404)
            .answers(IncidentView.Full.class)
            .handle(this::show));
  }

  private Page list(Request request) {
    int size = request.get(SIZE);
    String rule = request.find(RULE);
    Instant before = request.find(BEFORE);
    List<IncidentStep> found = parts.incidents().latest(rule, before, size);
    Instant next = null;
    if (found.size() == size) {
      next = found.get(size - 1).to();
      found = whole(found, rule, before, next);
      next = found.get(found.size() - 1).to();
    }
    Map<String, Verdict> verdicts =
        parts.verdicts().all().stream().collect(Collectors.toMap(Kept::id, Kept::value));
    return new Page(
        found.stream().map(step -> IncidentView.of(step, verdicts.get(step.incidentId()))).toList(),
        next);
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

  private IncidentView.Full show(Request request) {
    List<IncidentStep> steps = NamedIncident.steps(parts.incidents(), request);
    String id = request.path("id");
    AlertRule then = steps.get(0).rule();
    Verdict verdict = parts.verdicts().find(id).map(Kept::value).orElse(null);
    Set<String> keys = steps.stream().map(IncidentStep::key).collect(Collectors.toSet());
    return new IncidentView.Full(
        id,
        IncidentView.State.of(steps.get(steps.size() - 1)),
        steps,
        verdict,
        verdict == null ? null : nameOf(verdict.by()),
        then == null ? null : parts.rules().find(then.id()).map(Kept::value).orElse(null),
        parts.deliveries().ofSteps(keys, MOST_RECEIPTS).stream()
            .map(IncidentView.Receipt::of)
            .toList(),
        labels.confirmations(shown(steps)));
  }

  private @Nullable String nameOf(@Nullable String account) {
    return account == null ? null : accounts.byId(account).map(Account::name).orElse(null);
  }

  private static Set<String> shown(List<IncidentStep> steps) {
    Set<String> shown = new HashSet<>();
    for (IncidentStep step : steps) {
      Explanation explanation = step.explanation();
      if (explanation != null) {
        explanation.samples().forEach(sample -> shown.add(sample.documentId()));
      }
    }
    return shown;
  }
}
