// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.util.List;
import org.marsad.alerts.rule.AlertRule;

/**
 * A rule after a round.
 *
 * @param decision without an incident yet
 * @param history the series up to the bucket, oldest first
 */
public record JudgedRule(
    AlertRule rule, Round round, Decision decision, List<IncidentStep.HistoryPoint> history) {}
