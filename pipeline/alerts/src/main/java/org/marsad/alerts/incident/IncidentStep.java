// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.explain.Explanation;
import org.marsad.alerts.rule.AlertRule;

/**
 * Something about an incident that people should hear once: it opened, grew, ended, or a single
 * text escalated. What it says is frozen: later documents do not change it.
 *
 * @param incidentId of the rule and the incident's first bucket, or of the document
 * @param number 1 for the first step of an incident
 * @param rule as it was then; null for an escalation, which belongs to every rule that matches it
 * @param from start of the incident's first bucket; for an escalation, when the text was published
 * @param to end of the latest bucket, exclusive; for an escalation, when it was captured
 * @param observed documents of the incident so far
 * @param expected of them
 * @param peak the largest count of one bucket so far
 * @param upper the largest count of the latest bucket that would not have been surprising; null
 *     where none is known
 * @param p of the latest bucket; null where none is known
 * @param reason of the detector, such as "volume up"
 * @param severity 0 to 5, the highest so far
 * @param catchUp whether it was found only after the program had been away, so that it is old news
 * @param history the series up to this step, oldest first
 * @param explanation null until explained, and in RESOLVED steps
 * @param documentId of an escalated text
 */
public record IncidentStep(
    String incidentId,
    int number,
    Kind kind,
    @Nullable AlertRule rule,
    @Nullable Granularity granularity,
    Instant from,
    Instant to,
    long observed,
    double expected,
    long peak,
    @Nullable Long upper,
    @Nullable Double p,
    String reason,
    int severity,
    boolean catchUp,
    List<HistoryPoint> history,
    @Nullable Explanation explanation,
    @Nullable String documentId) {

  /** What happened. */
  public enum Kind {
    OPENED,
    /** A degree more severe, or twice as large, or still going on a day later. */
    UPDATED,
    RESOLVED,
    /** One text of intensity 5, a threat or a call for violence, whatever the counts. */
    ESCALATED
  }

  /**
   * One bucket of the series.
   *
   * @param count documents that may be told of; null for "no data", and where all that there is is
   *     withheld
   * @param withheld whether documents of fewer than five people are left out of it
   */
  public record HistoryPoint(Instant start, @Nullable Long count, boolean withheld) {

    /** A bucket of which everything may be told. */
    public HistoryPoint(Instant start, @Nullable Long count) {
      this(start, count, false);
    }

    /** This and a later bucket as one; what is unknown of one of them is left out. */
    HistoryPoint plus(HistoryPoint later) {
      return new HistoryPoint(
          start,
          count == null
              ? later.count
              : later.count == null ? count : Long.valueOf(count + later.count),
          withheld || later.withheld);
    }
  }

  /** Whether documents of few people are left out of what is told of the rise itself. */
  public boolean withholds() {
    return history.stream().anyMatch(point -> point.withheld() && !point.start().isBefore(from));
  }

  /** The key by which the step is stored, delivered and recognised: there is one of each. */
  public String key() {
    return incidentId + "@" + number;
  }

  public IncidentStep explained(Explanation found) {
    return new IncidentStep(
        incidentId,
        number,
        kind,
        rule,
        granularity,
        from,
        to,
        observed,
        expected,
        peak,
        upper,
        p,
        reason,
        severity,
        catchUp,
        history,
        found,
        documentId);
  }
}
