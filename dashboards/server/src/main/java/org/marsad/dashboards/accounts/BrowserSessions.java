// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import org.marsad.index.accounts.Account;

/** The sessions of browsers, each of which has its token in a cookie. Thread-safe. */
public final class BrowserSessions {
  private final Sessions sessions;
  private final SessionCookie cookie;

  /**
   * @param isSecure whether browsers reach the server by https
   */
  public BrowserSessions(Sessions sessions, boolean isSecure) {
    this.sessions = sessions;
    this.cookie = new SessionCookie(isSecure);
  }

  /**
   * Opens one for somebody who has proved to be the account's owner, with a token of its own: one
   * that was there before may be known to somebody else, and its session ends.
   *
   * @return the token
   */
  public String open(Account account, Context context) {
    String former = cookie.read(context);
    if (former != null) {
      sessions.close(former);
    }
    String token = sessions.open(account);
    cookie.write(context, token);
    return token;
  }

  /** Ends the browser's, where it has one. */
  void close(Context context) {
    String token = cookie.read(context);
    if (token != null) {
      sessions.close(token);
    }
    forget(context);
  }

  /** Lets the browser forget what it has. */
  void forget(Context context) {
    cookie.clear(context);
  }

  @Nullable String token(Context context) {
    return cookie.read(context);
  }
}
