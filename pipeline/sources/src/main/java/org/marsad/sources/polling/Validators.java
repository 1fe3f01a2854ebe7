// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.http.FetchOutcome.Fetched;

/**
 * By what an unchanged feed is recognised.
 *
 * @param bodyHash SHA-256 of the last complete answer
 * @param fetchedAt when that came
 * @param trusted false once the server called a changed feed unchanged
 */
record Validators(
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String bodyHash,
    @Nullable Instant fetchedAt,
    boolean trusted) {

  static final Validators NONE = new Validators(null, null, null, null, true);

  /** After this long the feed is asked for unconditionally, to catch an ETag that lies. */
  private static final Duration BELIEVE_FOR = Duration.ofHours(6);

  boolean usable(Instant now) {
    return trusted && fetchedAt != null && now.isBefore(fetchedAt.plus(BELIEVE_FOR));
  }

  /**
   * After a complete answer. The same ETag for another body is a lie, and is never believed again.
   */
  Validators after(Fetched answer, String newHash, Instant now) {
    boolean lied = etag != null && etag.equals(answer.etag()) && !newHash.equals(bodyHash);
    return new Validators(answer.etag(), answer.lastModified(), newHash, now, trusted && !lied);
  }
}
