// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.TooManyRequestsResponse;
import java.util.concurrent.Semaphore;
import org.marsad.alerts.incident.Preview;
import org.marsad.alerts.rule.AlertRule;

/** What a rule would have done in the past, before it is saved: /api/rules/preview. */
final class PreviewApi {
  private static final String ID = "preview";

  private final Preview preview;

  /** Each judges a year of buckets. */
  private final Semaphore turns = new Semaphore(1);

  PreviewApi(Preview preview) {
    this.preview = preview;
  }

  void addTo(RoutesConfig routes) {
    routes.post("/api/rules/preview", this::answer);
  }

  private void answer(Context context) {
    RequestParameters.none(context);
    AlertRule rule = RuleBody.read(context, ID, true);
    if (!turns.tryAcquire()) {
      throw new TooManyRequestsResponse(
          "Another preview is being worked out: ask again in a few seconds.");
    }
    try {
      context.json(preview.of(rule));
    } finally {
      turns.release();
    }
  }
}
