// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of an incident; the last word counts.
 *
 * @param note free words; null for none
 */
public record Verdict(
    String incidentId, String ruleId, Judgement judgement, @Nullable String note, Instant at) {
  /** Was it worth an alert? */
  public enum Judgement {
    /** Seen, and worth it. */
    ACKNOWLEDGED,
    FALSE_ALARM
  }
}
