// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.Context;
import io.javalin.http.TooManyRequestsResponse;

/** Refuses for the moment: 429, with {@code Retry-After}. */
public final class Later {
  private Later() {}

  /**
   * To be thrown.
   *
   * @param seconds after which it is worth asking again
   * @param detail why, and what to do
   */
  public static TooManyRequestsResponse in(long seconds, Context context, String detail) {
    context.header("Retry-After", Long.toString(seconds));
    return new TooManyRequestsResponse(detail);
  }
}
