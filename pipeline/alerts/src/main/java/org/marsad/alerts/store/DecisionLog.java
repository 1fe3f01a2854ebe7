// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marsad.alerts.incident.Decision;

/** Why each rule did or did not fire, bucket by bucket. */
public interface DecisionLog {
  /**
   * @param before start of buckets, exclusive
   * @return newest bucket first
   */
  List<Decision> of(String ruleId, Instant before, int most);

  /** The newest of each rule. */
  List<Decision> latest();

  /** When the job last decided anything; empty before the first time. */
  Optional<Instant> lastDecidedAt();
}
