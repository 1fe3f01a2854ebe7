// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.method;

import java.util.List;
import org.marsad.classifiers.evaluate.Figures;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;

/** What was measured of the models: /api/method. */
public final class MethodApi {
  /** Read once: it comes with the models. */
  private static final Figures FIGURES = Figures.shipped();

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/method")
            .access(Access.READ)
            .summary("Tells what was measured of the models: the figures of the model card")
            .answers(Figures.class)
            .handle(request -> FIGURES));
  }
}
