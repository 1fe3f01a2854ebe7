// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.store.IncidentLog;
import org.marsad.dashboards.http.Request;

/** Finds the incident that a path names. */
final class NamedIncident {
  private NamedIncident() {}

  /**
   * Its steps, the first one first.
   *
   * @throws NotFoundResponse where there is no such incident
   */
  static List<IncidentStep> steps(IncidentLog incidents, Request request) {
    String id = request.path("id");
    List<IncidentStep> steps = incidents.steps(id);
    if (steps.isEmpty()) {
      throw new NotFoundResponse("There is no incident " + id + ".");
    }
    return steps;
  }
}
