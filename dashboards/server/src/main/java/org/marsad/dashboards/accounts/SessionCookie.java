// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import org.jspecify.annotations.Nullable;

/** The cookie that carries a session's token: for this server alone, and not for scripts. */
public final class SessionCookie {
  private final boolean isSecure;
  private final String name;

  /**
   * @param isSecure whether browsers reach the server by https; loopback has no certificate
   */
  public SessionCookie(boolean isSecure) {
    this.isSecure = isSecure;
    this.name = name(isSecure);
  }

  /** Browsers take a name with the prefix only from https, for one host and every path. */
  public static String name(boolean isSecure) {
    return isSecure ? "__Host-marsad-session" : "marsad-session";
  }

  @Nullable String read(Context context) {
    String token = context.cookie(name);
    return token == null || token.isBlank() ? null : token;
  }

  /** Hands the browser a new token in place of whatever it had. */
  public void write(Context context, String token) {
    context.cookie(cookie(token, Math.toIntExact(Sessions.LIFE.toSeconds())));
  }

  void clear(Context context) {
    context.cookie(cookie("", 0));
  }

  private Cookie cookie(String value, int seconds) {
    return new Cookie(name, value, "/", seconds, isSecure, true, null, SameSite.STRICT);
  }
}
