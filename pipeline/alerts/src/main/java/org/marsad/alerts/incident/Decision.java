// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;

/**
 * Why a rule did or did not fire on one closed bucket: the line of the decision log.
 *
 * @param bucket when it began
 * @param count documents of the rule; null for "no data"
 * @param total documents those are a part of; null for "no data"
 * @param expected from the past; null where there is none yet
 * @param upper the largest count that would not have been surprising; null where none is known
 * @param p the corrected probability of so much if nothing has happened; null where none is known
 * @param reason of the detector in words: "volume up", "share up", "volume up and share up", "as
 *     expected", "learning" or "no data"
 * @param severity 0 to 5, of this bucket's documents; 0 without an alarm
 * @param incidentId of the incident that the bucket belongs to; null between incidents
 * @param fault for FAULT: what is wrong, for whoever made the rule
 */
public record Decision(
    String ruleId,
    Granularity granularity,
    Instant bucket,
    Outcome outcome,
    @Nullable Long count,
    @Nullable Long total,
    @Nullable Double expected,
    @Nullable Long upper,
    @Nullable Double p,
    String reason,
    int severity,
    @Nullable String incidentId,
    @Nullable String fault,
    Instant decidedAt) {

  /** What came of it. */
  public enum Outcome {
    /** A rise. */
    ALARM,
    /** As much as the past lets expect. */
    CALM,
    /** Surprising by itself, but among so many rules such a surprise is expected by chance. */
    CHANCE_AMONG_MANY,
    /** Too short a past to know its cycles, and nothing striking. */
    LEARNING,
    /** The sources were silent: nobody can tell. */
    NO_DATA,
    /** The rule could not be counted. */
    FAULT
  }

  /** One rule decides once on a bucket, however often it is asked. */
  public String id() {
    return ruleId + "@" + granularity + "@" + bucket;
  }

  /** The same bucket with another outcome and severity. */
  public Decision as(Outcome other, int degree) {
    return new Decision(
        ruleId,
        granularity,
        bucket,
        other,
        count,
        total,
        expected,
        upper,
        p,
        reason,
        degree,
        incidentId,
        fault,
        decidedAt);
  }

  /** The same decision as a part of an incident, or of none. */
  public Decision within(@Nullable String incident) {
    return new Decision(
        ruleId,
        granularity,
        bucket,
        outcome,
        count,
        total,
        expected,
        upper,
        p,
        reason,
        severity,
        incident,
        fault,
        decidedAt);
  }
}
