// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault as the API tells it (RFC 9457).
 *
 * @param detail what is wrong and what to do
 * @param parameter the one at fault, where one is
 * @param allowed what that parameter may be
 */
record Problem(
    int status,
    String title,
    String detail,
    @Nullable String parameter,
    @Nullable List<String> allowed) {

  static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, null, null);
  }

  void answer(Context context) {
    context
        .status(status)
        .json(this)
        .contentType("application/problem+json")
        .header("Cache-Control", "no-store");
  }
}
