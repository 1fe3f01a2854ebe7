// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.model.Filters;

/** The steps of incidents, as the job wrote them. */
public interface IncidentLog {
  Optional<IncidentStep> find(String key);

  /** All steps of an incident, first one first. */
  List<IncidentStep> steps(String incidentId);

  /**
   * The latest step of each incident, latest incident first.
   *
   * @param ruleId null for every rule
   * @param before only incidents whose latest step ended before; null for now
   */
  List<IncidentStep> latest(@Nullable String ruleId, @Nullable Instant before, int most);

  /**
   * Steps that have not been handed to the outbox yet, oldest first. What was written is found
   * about a second later.
   */
  List<IncidentStep> unsent(int most);

  /** Marks a step as handed to the outbox. */
  void markSent(String key);

  /**
   * Which of some filters a document meets. One that cannot be asked is not met, and spoils no
   * other.
   *
   * @param filters under names of the caller's
   * @return the names; empty while the document itself cannot be found
   */
  Optional<Set<String>> matching(String documentId, Map<String, Filters> filters);
}
