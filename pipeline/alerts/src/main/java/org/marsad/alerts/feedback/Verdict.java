// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of an incident; the last word counts.
 *
 * @param note free words; null for none
 * @param by the account's id, or {@link #LOCAL}; null in one that was kept before this was noted
 */
public record Verdict(
    String incidentId,
    String ruleId,
    Judgement judgement,
    @Nullable String note,
    @Nullable String by,
    Instant at) {
  /** In place of an account: whoever is at the computer itself, while there is none. */
  public static final String LOCAL = "local";

  /** Was it worth an alert? */
  public enum Judgement {
    /** Seen, and worth it. */
    ACKNOWLEDGED,
    FALSE_ALARM
  }
}
