// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.SourceState;
import org.marsad.model.net.RetryAfter;
import org.marsad.sources.http.ApiResult;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.FetchStep.Fault;

/** What the answers other than comments mean, and where to go on behind them. */
final class CommentFaults {
  private static final int USUAL_PAUSE_SECONDS = 600;

  private CommentFaults() {}

  static FetchStep of(@Nullable String cursor, ApiResult.Answer answer, Instant now) {
    int status = answer.status();
    Instant retryAfter = RetryAfter.parse(answer.header("Retry-After"), now);
    JsonNode body = WordPressComments.json(answer);
    String code = body == null ? "" : body.path("code").asText("");
    if (status == 429 || (status == 503 && retryAfter != null)) {
      Instant until = retryAfter == null ? now.plusSeconds(USUAL_PAUSE_SECONDS) : retryAfter;
      return throttled(cursor, status, until);
    }
    if (status == 401 || status == 403 || status == 451 || code.equals("rest_no_route")) {
      return refused(cursor, status);
    }
    if (code.equals("rest_post_invalid_page_number")) {
      // The comments that would have been on this page were deleted meanwhile.
      Position position = Position.of(cursor);
      return FetchStep.done(List.of(), position == null ? cursor : position.firstPage().cursor());
    }
    return failing(cursor, status, "HTTP " + status + "; check the feed's URL");
  }

  private static FetchStep refused(@Nullable String cursor, int status) {
    String message =
        "the site gives its comments to nobody by this interface (HTTP "
            + status
            + "); take them from its pages with the outlet's key comments, or from its comments"
            + " feed";
    return FetchStep.fault(cursor, new Fault(SourceState.REFUSED, status, message, null));
  }

  static FetchStep noList(@Nullable String cursor, ApiResult.Answer answer) {
    return failing(
        cursor, answer.status(), "the answer is no list of comments; check the feed's URL");
  }

  static FetchStep failing(@Nullable String cursor, @Nullable Integer status, String message) {
    return FetchStep.fault(cursor, new Fault(SourceState.FAILING, status, message, null));
  }

  static FetchStep throttled(@Nullable String cursor, @Nullable Integer status, Instant until) {
    return FetchStep.fault(
        cursor,
        new Fault(
            SourceState.THROTTLED, status, "the server asks us to wait until " + until, until));
  }
}
