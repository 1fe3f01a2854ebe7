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
    Problem problem = Problem.of(status, HttpStatus.getMessage(status), reason(status));
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

  private static String reason(int status) {
    return switch (status) {
      case HttpStatus.REQUEST_TIMEOUT_408 -> "The request did not come to its end: send it again.";
      case HttpStatus.PAYLOAD_TOO_LARGE_413 -> "The body is too large: send less at once.";
      case HttpStatus.URI_TOO_LONG_414 -> "The address is too long: ask for less at once.";
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          "The headers are too long: leave out what is not needed, such as old cookies.";
      default -> "The request cannot be read: check its address and its headers.";
    };
  }
}
