// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of an {@link ApiRequest}. */
public sealed interface ApiResult {

  /**
   * Any answer, of whatever status: what it means, the caller knows.
   *
   * @param headers by names in any case
   * @param body decompressed
   */
  record Answer(int status, Map<String, String> headers, byte[] body) implements ApiResult {
    public @Nullable String header(String name) {
      return headers.get(name);
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Nothing was sent, because the domain has asked for a pause. */
  record Paused(Instant until) implements ApiResult {}

  /** The body went over the limit, in bytes. */
  record TooLong(long limit) implements ApiResult {}

  record NoAnswer(FailureKind kind, String detail) implements ApiResult {}
}
