// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import org.jspecify.annotations.Nullable;

/**
 * The life of an incident, with hysteresis: an alarm opens it, and only a row of calm buckets
 * closes it, so that a rise that wavers around the limit is one incident.
 *
 * @param id of the open incident, its first bucket's start; null while there is none
 * @param calm how many calm buckets in a row there have been
 */
public record Incident(@Nullable String id, int calm) {
  public static final Incident NONE = new Incident(null, 0);

  /**
   * The state after one more bucket. "No data" neither calms nor excites. A bucket that closes the
   * incident is no part of it any more.
   */
  public Incident after(Bucket bucket, Judgement judgement, Method.Closing closing) {
    if (judgement.p().isEmpty()) {
      return this;
    }
    if (judgement.alarm()) {
      return new Incident(id == null ? bucket.start().toString() : id, 0);
    }
    if (id == null) {
      return NONE;
    }
    int row = judgement.p().getAsDouble() > closing.calm() ? calm + 1 : 0;
    return row < closing.buckets() ? new Incident(id, row) : NONE;
  }
}
