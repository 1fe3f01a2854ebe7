// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Json;
import org.marsad.model.SourceState;
import org.marsad.sources.http.ApiResult;
import org.marsad.sources.network.FetchStep.Fault;

/** What keeps Reddit from being read, apart from refusals, which {@link Refusals} tells apart. */
final class RedditFaults {
  private RedditFaults() {}

  /** Of a request without an answer. */
  static Fault of(ApiResult result) {
    if (result instanceof ApiResult.Paused paused) {
      return new Fault(
          SourceState.THROTTLED,
          null,
          "Reddit asks us to wait until " + paused.until(),
          paused.until());
    }
    if (result instanceof ApiResult.TooLong tooLong) {
      return failing(
          null,
          "the answer has more than "
              + tooLong.limit()
              + " bytes; raise polling.max-page-size if this is no attack");
    }
    if (result instanceof ApiResult.NoAnswer none) {
      return failing(
          null, none.kind().reason() + ": " + none.detail() + "; check the network and the URL");
    }
    throw new IllegalArgumentException("an answer is no fault: " + result.getClass());
  }

  static Fault status(int status) {
    return failing(
        status,
        status >= 500
            ? "Reddit answered HTTP " + status + "; tried again later"
            : "Reddit answered HTTP " + status + "; check the URL: is there such a subreddit?");
  }

  static Fault unreadable(int status) {
    return failing(
        status,
        "the answer is no listing of Reddit's; write the URL as https://oauth.reddit.com/r/NAME/new");
  }

  /**
   * @return null where it is none
   */
  static @Nullable JsonNode json(ApiResult.Answer answer) {
    try {
      JsonNode json = Json.MAPPER.readTree(answer.body());
      return json == null || !json.isObject() ? null : json;
    } catch (IOException noJson) {
      return null;
    }
  }

  private static Fault failing(@Nullable Integer status, String message) {
    return new Fault(SourceState.FAILING, status, message, null);
  }
}
