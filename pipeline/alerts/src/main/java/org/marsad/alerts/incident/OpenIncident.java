// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Instant;
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
}
