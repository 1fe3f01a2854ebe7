// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a {@link FetchRequest}. */
public sealed interface FetchOutcome {

  /**
   * A complete answer.
   *
   * @param uri where it was found, after redirects
   * @param body decompressed
   * @param contentType the header as received
   */
  record Fetched(
      URI uri,
      int status,
      byte[] body,
      @Nullable String contentType,
      @Nullable String etag,
      @Nullable String lastModified)
      implements FetchOutcome {}

  /** The copy that the request told of is still good (304). */
  record NotModified() implements FetchOutcome {}

  /**
   * The other side does not want us; ask again at the earliest after a day.
   *
   * @param status null where robots.txt said it
   */
  record Refused(@Nullable Integer status) implements FetchOutcome {
    /** Stable, lower-case, hyphenated. */
    public String reason() {
      return status == null ? "robots-disallowed" : "http-" + status;
    }

    public String message() {
      return status == null
          ? "robots.txt disallows this URL; it is left alone"
          : "the server refuses us (HTTP " + status + "); it is left alone";
    }
  }

  /**
   * The registrable domain asks for a pause.
   *
   * @param status 429 or 503; null where an earlier answer asked and nothing was sent now
   */
  record Throttled(@Nullable Integer status, Instant until) implements FetchOutcome {}

  /**
   * The decompressed body went over the limit; the rest was not read.
   *
   * @param limit in bytes
   */
  record TooLarge(long limit) implements FetchOutcome {}

  /**
   * Anything else that went wrong.
   *
   * @param status null where no answer came
   * @param detail for a person; nothing is decided by it
   */
  record Failed(FailureKind kind, @Nullable Integer status, String detail)
      implements FetchOutcome {}
}
