// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a {@link FetchRequest}. */
public sealed interface FetchOutcome {

  /**
   * A complete answer.
   *
   * @param uri where it was found, after redirects
   * @param body decompressed
   * @param contentType the header as received
   * @param headers all of them, by names in any case
   */
  record Fetched(
      URI uri,
      int status,
      byte[] body,
      @Nullable String contentType,
      @Nullable String etag,
      @Nullable String lastModified,
      Map<String, String> headers)
      implements FetchOutcome {}

  /**
   * The copy that the request told of is still good (304).
   *
   * @param headers by names in any case
   */
  record NotModified(Map<String, String> headers) implements FetchOutcome {}

  /**
   * The other side does not want us; ask again at the earliest after a day.
   *
   * @param status null where robots.txt said it
   * @param rules of robots.txt that hold for us, shortened; null where a status said it
   */
  record Refused(@Nullable Integer status, @Nullable String rules) implements FetchOutcome {
    static Refused by(int status) {
      return new Refused(status, null);
    }

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
   * The host, or its whole registrable domain, asks for a pause.
   *
   * @param status 429, 503 or 403; null where an earlier answer asked, or the domain's turn lies
   *     far ahead, and nothing was sent now
   * @param cut whether a longer pause was cut to a day
   */
  record Throttled(@Nullable Integer status, Instant until, boolean cut) implements FetchOutcome {}

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
