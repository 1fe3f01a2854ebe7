// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.alerts;

import java.util.List;
import java.util.concurrent.Semaphore;
import org.marsad.alerts.incident.Preview;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Cost;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Later;
import org.marsad.dashboards.http.Request;

/** What a rule would have done in the past, before it is saved: /api/rules/preview. */
public final class PreviewApi {
  private static final String ID = "preview";
  private static final int SECONDS = 5;

  private final Preview preview;

  /** Each judges a year of buckets. */
  private final Semaphore turns = new Semaphore(1);

  public PreviewApi(Preview preview) {
    this.preview = preview;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/api/rules/preview")
            .access(Access.ANALYSE)
            .costs(Cost.GREAT)
            .summary("Tells what a rule would have done in the past year")
            .body(RuleBody.class)
            .answers(Preview.Result.class)
            .handle(this::preview));
  }

  private Preview.Result preview(Request request) {
    AlertRule rule = RuleBody.read(request.body(), ID, true);
    if (!turns.tryAcquire()) {
      throw Later.in(
          SECONDS,
          request.context(),
          "Another preview is being worked out: ask again in a few seconds.");
    }
    try {
      return preview.of(rule);
    } finally {
      turns.release();
    }
  }
}
