// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.delivery.Delivery;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.feedback.Verdict;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.index.feedback.Confirmation;

/**
 * An incident in a list: its latest step without the explanation; for the fields see {@link
 * IncidentStep}.
 *
 * @param ruleId absent for an escalation, as are {@code ruleNames}
 * @param verdict absent until somebody has judged it
 */
record IncidentView(
    String id,
    State state,
    int steps,
    @Nullable String ruleId,
    @Nullable Map<String, String> ruleNames,
    @Nullable Granularity granularity,
    Instant from,
    Instant to,
    long observed,
    double expected,
    @Nullable Long upper,
    String reason,
    int severity,
    boolean catchUp,
    List<IncidentStep.HistoryPoint> history,
    @Nullable String documentId,
    @Nullable Verdict verdict) {

  /** How far it is. */
  enum State {
    OPEN,
    RESOLVED,
    /** One text alone, which neither grows nor ends. */
    ESCALATED;

    static State of(IncidentStep latest) {
      return switch (latest.kind()) {
        case OPENED, UPDATED -> OPEN;
        case RESOLVED -> RESOLVED;
        case ESCALATED -> ESCALATED;
      };
    }
  }

  static IncidentView of(IncidentStep latest, @Nullable Verdict verdict) {
    AlertRule rule = latest.rule();
    return new IncidentView(
        latest.incidentId(),
        State.of(latest),
        latest.number(),
        rule == null ? null : rule.id(),
        rule == null ? null : rule.names(),
        latest.granularity(),
        latest.from(),
        latest.to(),
        latest.observed(),
        latest.expected(),
        latest.upper(),
        latest.reason(),
        latest.severity(),
        latest.catchUp(),
        latest.history(),
        latest.documentId(),
        verdict);
  }

  /**
   * An incident with all evidence.
   *
   * @param steps first one first
   * @param judgedBy the name of the account that gave the verdict; absent where it was none, and
   *     where there is no such account any more
   * @param rule as it is now; absent where it has been deleted, and for an escalation
   * @param reviewed the documents of the evidence that a person has looked at, by id
   */
  record Full(
      String id,
      State state,
      List<IncidentStep> steps,
      @Nullable Verdict verdict,
      @Nullable String judgedBy,
      @Nullable AlertRule rule,
      List<Receipt> deliveries,
      Map<String, Confirmation> reviewed) {}

  /**
   * Where a step is on its way to one subscriber, whom it does not name.
   *
   * @param step see {@link IncidentStep#key}
   */
  record Receipt(
      String step,
      Delivery.State state,
      Instant created,
      Instant notBefore,
      @Nullable Instant sentAt) {
    static Receipt of(Delivery delivery) {
      return new Receipt(
          delivery.stepKey(),
          delivery.state(),
          delivery.created(),
          delivery.notBefore(),
          delivery.sentAt());
    }
  }
}
