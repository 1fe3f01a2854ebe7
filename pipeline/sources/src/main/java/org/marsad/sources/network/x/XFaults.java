// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.model.SourceState;
import org.marsad.sources.http.ApiResult;
import org.marsad.sources.network.FetchStep.Fault;
import org.marsad.sources.network.keyed.KeyFaults;
import org.marsad.sources.network.keyed.Reply;

/** What the network means by a status, its headers and the problem that it names in the body. */
final class XFaults {
  private static final Duration ASK_AGAIN = Duration.ofDays(1);

  private XFaults() {}

  static Fault of(Reply.Denied denied, Instant now) {
    int status = denied.status();
    if (status == 402 || type(denied).endsWith("/usage-capped")) {
      Instant until = now.plus(ASK_AGAIN);
      return new Fault(
          SourceState.THROTTLED,
          status,
          "the account's credits or its reads of the month are used up; asked again at " + until,
          until);
    }
    Instant reset = reset(denied.answer());
    if (status == 429 && reset != null) {
      return waiting(status, reset);
    }
    if (type(denied).endsWith("/client-forbidden")) {
      return new Fault(
          SourceState.REFUSED,
          status,
          "the key's project may not use the recent search: give it access at developer.x.com"
              + "; asked again once a day",
          null);
    }
    if (status == 400) {
      return new Fault(
          SourceState.REFUSED,
          status,
          "the query is not accepted: "
              + named(denied.body())
              + "; mend it in networks.yaml and start again",
          now.plus(KeyFaults.TRY_MENDED));
    }
    return denied.usual();
  }

  /** Where the last request that was allowed has just been answered: when there are more. */
  static @Nullable Fault lastAllowed(ApiResult.Answer answer) {
    Instant reset = reset(answer);
    boolean last = "0".equals(answer.header("x-rate-limit-remaining"));
    return last && reset != null ? waiting(answer.status(), reset) : null;
  }

  /** Whether a parameter of the request is named as what is wrong with it. */
  static boolean blames(Reply.Denied denied, String parameter) {
    if (denied.status() != 400) {
      return false;
    }
    for (JsonNode error : denied.body().path("errors")) {
      if (error.path("parameters").has(parameter)) {
        return true;
      }
    }
    return false;
  }

  private static Fault waiting(int status, Instant until) {
    return new Fault(
        SourceState.THROTTLED, status, "the server asks us to wait until " + until, until);
  }

  private static @Nullable Instant reset(ApiResult.Answer answer) {
    String seconds = answer.header("x-rate-limit-reset");
    try {
      return seconds == null ? null : Instant.ofEpochSecond(Long.parseLong(seconds.strip()));
    } catch (NumberFormatException | DateTimeException unreadable) {
      return null;
    }
  }

  private static String type(Reply.Denied denied) {
    return denied.body().path("type").asText();
  }

  /** The network's words on a query that we wrote; they name no person. */
  private static String named(JsonNode body) {
    String message = body.path("errors").path(0).path("message").asText();
    return message.isEmpty() ? body.path("detail").asText("no reason is given") : message;
  }
}
