// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.model.SourceState;
import org.marsad.model.net.RetryAfter;
import org.marsad.sources.network.FetchStep.Fault;

/** Why a socket did not open. */
final class Handshake {
  private static final Duration DEFAULT_PAUSE = Duration.ofMinutes(10);

  private Handshake() {}

  /** The status of an answer that opened no socket; 0 where none came. */
  static int status(IOException fault) {
    return fault instanceof WebSocketHandshakeException answered
        ? answered.getResponse().statusCode()
        : 0;
  }

  static Fault fault(IOException fault, Instant now) {
    if (!(fault instanceof WebSocketHandshakeException answered)) {
      return failing(null, "no connection to Jetstream; it is tried again: " + fault.getMessage());
    }
    int status = answered.getResponse().statusCode();
    HttpHeaders headers = answered.getResponse().headers();
    Instant until = RetryAfter.parse(headers.firstValue("Retry-After").orElse(null), now);
    if (status == 429 || (status == 503 && until != null)) {
      return new Fault(
          SourceState.THROTTLED,
          status,
          "Jetstream asks for a pause",
          until == null ? now.plus(DEFAULT_PAUSE) : until);
    }
    return switch (status) {
      case 401, 403, 451 ->
          new Fault(
              SourceState.REFUSED,
              status,
              "this Jetstream server refuses: name another one in the feed's URL",
              null);
      case 400, 404 ->
          failing(status, "the server does not know this request: check the feed's URL");
      default -> failing(status, "Jetstream answered HTTP " + status);
    };
  }

  private static Fault failing(@Nullable Integer status, String message) {
    return new Fault(SourceState.FAILING, status, message, null);
  }
}
