// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.oidc;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that ties a login under way to its browser. It is SameSite=Lax, unlike that of the
 * session: it must come along when the provider, another site, sends the browser back. It opens
 * nothing.
 */
final class AttemptCookie {
  private final boolean isSecure;
  private final String name;

  /**
   * @param isSecure whether browsers reach the server by https
   */
  AttemptCookie(boolean isSecure) {
    this.isSecure = isSecure;
    this.name = isSecure ? "__Host-marsad-login" : "marsad-login";
  }

  @Nullable String read(Context context) {
    return context.cookie(name);
  }

  void write(Context context, String token) {
    context.cookie(cookie(token, Math.toIntExact(Attempts.LIFE.toSeconds())));
  }

  void clear(Context context) {
    context.cookie(cookie("", 0));
  }

  private Cookie cookie(String value, int seconds) {
    return new Cookie(name, value, "/", seconds, isSecure, true, null, SameSite.LAX);
  }
}
