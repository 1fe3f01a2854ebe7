// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.youtube;

import java.time.Duration;
import java.time.Instant;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.NetworkKeys;
import org.marsad.sources.network.FetchStep.Fault;
import org.marsad.sources.network.keyed.KeyFaults;
import org.marsad.sources.network.keyed.Reply;

/** What the network means by a status and the reason that it gives in the body. */
final class YouTubeFaults {
  private static final Duration TOO_FAST_PAUSE = Duration.ofMinutes(2);
  private static final String ONCE_A_DAY = "; asked again once a day";

  private YouTubeFaults() {}

  /** A page token does not live for ever. */
  static boolean isStalePage(Reply.Denied denied) {
    return denied.status() == 400 && reason(denied).equals("invalidPageToken");
  }

  /**
   * @param newDay when the quota is whole again
   */
  static Fault of(Reply.Denied denied, Instant now, Instant newDay) {
    int status = denied.status();
    return switch (reason(denied)) {
      case "quotaExceeded", "dailyLimitExceeded" ->
          new Fault(
              SourceState.THROTTLED,
              status,
              "the key's quota of the day is used up; goes on at " + newDay,
              newDay);
      case "rateLimitExceeded", "userRateLimitExceeded" -> {
        Instant until = now.plus(TOO_FAST_PAUSE);
        yield new Fault(
            SourceState.THROTTLED, status, "the server asks us to wait until " + until, until);
      }
      case "commentsDisabled" -> refused(status, "comments are switched off here" + ONCE_A_DAY);
      case "videoNotFound", "channelNotFound", "notFound" ->
          refused(status, "it is gone, or private" + ONCE_A_DAY + "; take it out of networks.yaml");
      case "keyInvalid", "API_KEY_INVALID", "keyExpired" ->
          KeyFaults.notAccepted(status, NetworkKeys.YOUTUBE, now);
      case "accessNotConfigured", "SERVICE_DISABLED" ->
          refused(
              status,
              "the key may not use the YouTube Data API v3: switch that on in its project"
                  + ONCE_A_DAY);
      default -> denied.usual();
    };
  }

  private static Fault refused(int status, String message) {
    return new Fault(SourceState.REFUSED, status, message, null);
  }

  /** The details, where there are any, say more than the old list of errors. */
  private static String reason(Reply.Denied denied) {
    var error = denied.body().path("error");
    String detail = error.path("details").path(0).path("reason").asText();
    return detail.isEmpty() ? error.path("errors").path(0).path("reason").asText() : detail;
  }
}
