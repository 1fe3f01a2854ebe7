// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.marsad.model.Json;

/** Answers requests that are too broken to reach the routes in the form of all other faults. */
public final class JettyFaults implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback)
      throws JsonProcessingException {
    int status = response.getStatus();
    Problem problem =
        Problem.of(
            status,
            HttpStatus.getMessage(status),
            "The request cannot be read: check its address and its headers.");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    SiteGuard.HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
    Content.Sink.write(
        response,
        true,
        new String(Json.MAPPER.writeValueAsBytes(problem), StandardCharsets.UTF_8),
        callback);
    return true;
  }
}
