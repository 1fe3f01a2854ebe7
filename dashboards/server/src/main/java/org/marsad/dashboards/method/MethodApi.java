// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.method;

import java.util.List;
import org.marsad.classifiers.bundle.Bundled;
import org.marsad.classifiers.evaluate.Figures;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;

/** What was measured of the models: /api/method, /method/card, /method/evaluation. */
public final class MethodApi {
  private static final String HTML = "text/html";

  public List<Endpoint> endpoints() {
    MethodView figures = MethodView.of(Figures.shipped());
    return List.of(
        Endpoint.get("/api/method")
            .access(Access.READ)
            .summary("Tells what was measured of the models: the figures of the model card")
            .answers(MethodView.class)
            .handle(request -> figures),
        page("/method/card", "Model card", "MODEL_CARD.md"),
        page("/method/evaluation", "Evaluation", "EVALUATION.md"));
  }

  /** A file of the classifiers, in English as it is written. */
  private static Endpoint page(String path, String title, String file) {
    return Endpoint.get(path)
        .access(Access.PUBLIC)
        .summary(title + " of the models, as a page")
        .openQuery()
        .answers(200, HTML)
        .handle(
            request ->
                request.context().html(MarkdownPage.of(title, Bundled.text(Figures.class, file))));
  }
}
