// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.feedback.Precision;
import org.marsad.alerts.feedback.Verdict;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.rule.Cadence;
import org.marsad.alerts.store.Kept;
import org.marsad.model.Filters;

/**
 * A rule and how it does.
 *
 * @param precision absent where nobody judged any of its incidents
 * @param lastDecision absent before the first
 * @param version to be sent as {@code If-Match} with a change, so that it undoes no other's
 */
record RuleView(
    String id,
    Map<String, String> names,
    Filters filters,
    Granularity granularity,
    Cadence cadence,
    boolean enabled,
    AlertRule.Origin origin,
    @Nullable Instant mutedUntil,
    @Nullable Precision precision,
    @Nullable LastDecision lastDecision,
    String version) {

  /**
   * @param bucket when the bucket began that it was about
   */
  record LastDecision(Decision.Outcome outcome, Instant bucket) {}

  static RuleView of(Kept<AlertRule> kept, List<Verdict> verdicts, @Nullable Decision last) {
    AlertRule rule = kept.value();
    return new RuleView(
        rule.id(),
        rule.names(),
        rule.filters(),
        rule.granularity(),
        rule.cadence(),
        rule.enabled(),
        rule.origin(),
        rule.mutedUntil(),
        Precision.of(rule.id(), verdicts),
        last == null ? null : new LastDecision(last.outcome(), last.bucket()),
        version(kept));
  }

  /** Another one after each change. */
  static String version(Kept<AlertRule> kept) {
    return kept.sequence() + "-" + kept.term();
  }
}
