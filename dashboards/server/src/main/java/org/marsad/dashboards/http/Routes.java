// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.config.RoutesConfig;
import java.util.List;

/** Makes endpoints answer: the one place where requests are let in and read. */
public final class Routes {
  private Routes() {}

  public static void add(
      List<Endpoint> endpoints, RateLimiter limiter, Gate gate, RoutesConfig routes) {
    for (Endpoint endpoint : endpoints) {
      routes.addHttpHandler(
          endpoint.method(),
          endpoint.path(),
          context -> {
            limiter.take(endpoint.cost(), context);
            gate.admit(endpoint.access(), context);
            Request request = new Request(context, endpoint);
            limiter.answer(endpoint.cost(), context, () -> endpoint.action().answer(request));
          });
    }
  }
}
