// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.index.Tombstone;
import org.marsad.index.accounts.Role;

/**
 * A fault as the API tells it (RFC 9457).
 *
 * @param detail what is wrong and what to do
 * @param parameter the one at fault, where one is
 * @param allowed what that parameter may be
 * @param faults all that is wrong, where it is more than the detail says
 * @param erased of a document that was erased
 * @param needed of a request that its account may not make: the least role that may
 */
public record Problem(
    int status,
    String title,
    String detail,
    @Nullable String parameter,
    @Nullable List<String> allowed,
    @Nullable List<String> faults,
    @Nullable Erased erased,
    @Nullable Role needed) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * @param reason a lower-case, hyphenated code such as "deleted-at-source"
   */
  public record Erased(String reason, Instant at) {}

  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, null, null, null, null, null);
  }

  /** Somebody who is signed in may not do this. */
  public static Problem forbidden(Role needed, String detail) {
    return new Problem(403, "Forbidden", detail, null, null, null, null, needed);
  }

  /** What a body asks for is not possible, for every reason that there is. */
  public static Problem of(List<String> faults) {
    return new Problem(
        422,
        "Unprocessable content",
        String.join(" ", faults),
        null,
        null,
        List.copyOf(faults),
        null,
        null);
  }

  public static Problem of(Tombstone stone) {
    return new Problem(
        410,
        "Gone",
        "The document " + stone.id() + " was erased (" + stone.reason() + ").",
        null,
        null,
        null,
        new Erased(stone.reason(), stone.erasedAt()),
        null);
  }

  public void answer(Context context) {
    context.status(status).json(this).contentType(MEDIA_TYPE).header("Cache-Control", "no-store");
  }
}
