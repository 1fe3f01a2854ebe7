// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.http.Problem;
import org.marsad.dashboards.http.RefusedException;
import org.marsad.index.accounts.Account;

/** Finds out who makes a request: by a key, else by a session, else as one at this computer. */
final class Callers {
  static final String CSRF_HEADER = "X-Marsad-CSRF";
  private static final String BEARER = "Bearer ";

  /** What proxies add, of whatever make. */
  private static final List<String> OF_PROXIES =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host");

  private final AccountParts parts;
  private final BrowserSessions browsers;
  private final boolean isForThisComputer;

  /**
   * @param isForThisComputer whether nobody else reaches the server
   */
  Callers(AccountParts parts, BrowserSessions browsers, boolean isForThisComputer) {
    this.parts = parts;
    this.browsers = browsers;
    this.isForThisComputer = isForThisComputer;
  }

  /**
   * Nobody where neither key nor session is good.
   *
   * @throws RefusedException 403 of what others sent on, to a server that is not open to others; or
   *     where a session's cookie came without its proof
   */
  Optional<Caller> find(Context context) {
    if (isForThisComputer) {
      refuseSentOn(context);
    }
    String authorization = context.header("Authorization");
    if (authorization != null) {
      // A key that is bad must not pass because of a cookie beside it.
      return byKey(authorization);
    }
    if (isForThisComputer && !parts.accounts().someExist()) {
      return Optional.of(Caller.AT_THIS_COMPUTER);
    }
    String token = browsers.token(context);
    Optional<Account> account = token == null ? Optional.empty() : parts.sessions().find(token);
    if (account.isPresent() && token != null) {
      refuseForged(context, token);
    }
    return account.map(Caller::bySession);
  }

  private static void refuseSentOn(Context context) {
    if (OF_PROXIES.stream().anyMatch(name -> context.header(name) != null)) {
      throw new RefusedException(
          Problem.of(
              403,
              "Forbidden",
              "This came through a proxy, but the dashboard is for the person at its computer"
                  + " alone. Before others may see it, its settings must say where they reach it"
                  + " and by what right: dashboard.public-address and dashboard.legal-basis in"
                  + " marsad.yaml."));
    }
  }

  private Optional<Caller> byKey(String authorization) {
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.empty();
    }
    return parts.keys().find(authorization.substring(BEARER.length()).strip()).map(Caller::byKey);
  }

  /** A browser adds the cookie to requests of other pages too; the header only ours can. */
  private static void refuseForged(Context context, String token) {
    boolean isReading = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
    if (!isReading && !isSame(context.header(CSRF_HEADER), Sessions.csrf(token))) {
      throw new RefusedException(
          Problem.of(
              403,
              "Forbidden",
              "The header "
                  + CSRF_HEADER
                  + " is missing or of another session: take \"csrf\" of /api/session, or load the"
                  + " page again."));
    }
  }

  private static boolean isSame(@Nullable String given, String expected) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
