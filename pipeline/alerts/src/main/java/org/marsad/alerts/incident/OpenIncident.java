// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has to be remembered of a rule between its buckets; kept in the state of the job.
 *
 * @param id of the open incident; null while there is none
 * @param opened start of its first bucket; null while there is none
 * @param lastBucket start of the last bucket that was decided, so that none is decided twice
 * @param calm how many calm buckets in a row there have been
 * @param step number of the last step that was told; 0 before the first
 * @param observed documents since it opened
 * @param expected of them
 * @param severity the highest so far, 0 to 5
 * @param toldAt end of the bucket at which people last heard; null before the first step
 * @param toldSeverity the severity that they heard of
 * @param toldPeak the largest count of a bucket that they heard of
 * @param peak the largest count of a bucket so far
 */
public record OpenIncident(
    @Nullable String id,
    @Nullable Instant opened,
    @Nullable Instant lastBucket,
    int calm,
    int step,
    long observed,
    double expected,
    int severity,
    @Nullable Instant toldAt,
    int toldSeverity,
    long toldPeak,
    long peak) {
  /** Before the first bucket. */
  public static final OpenIncident NONE =
      new OpenIncident(null, null, null, 0, 0, 0, 0, 0, null, 0, 0, 0);

  /** The same, a bucket later. */
  OpenIncident seen(Instant bucket) {
    return new OpenIncident(
        id,
        opened,
        bucket,
        calm,
        step,
        observed,
        expected,
        severity,
        toldAt,
        toldSeverity,
        toldPeak,
        peak);
  }

  /** An incident without any bucket yet. */
  OpenIncident opened(String incident, Instant start) {
    return new OpenIncident(incident, start, lastBucket, 0, 0, 0, 0, 0, null, 0, 0, 0);
  }

  /** The same with one more bucket. */
  OpenIncident with(Decision decision, int calmInARow) {
    long count = Objects.requireNonNullElse(decision.count(), 0L);
    return new OpenIncident(
        id,
        opened,
        lastBucket,
        calmInARow,
        step,
        observed + count,
        expected + Objects.requireNonNullElse(decision.expected(), 0.0),
        Math.max(severity, decision.severity()),
        toldAt,
        toldSeverity,
        toldPeak,
        Math.max(peak, count));
  }

  /** The same after people heard of it, one step on. */
  OpenIncident told(Instant at) {
    return new OpenIncident(
        id,
        opened,
        lastBucket,
        calm,
        step + 1,
        observed,
        expected,
        severity,
        at,
        severity,
        peak,
        peak);
  }
}
