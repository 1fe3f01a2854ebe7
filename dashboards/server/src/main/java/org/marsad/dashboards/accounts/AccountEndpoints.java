// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.audit.RefusedLogins;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.Gate;
import org.marsad.dashboards.http.Problem;
import org.marsad.dashboards.http.RefusedException;
import org.marsad.model.Opening;

/** What of accounts is seen from outside: the gate that every request passes, and their API. */
public final class AccountEndpoints {
  private final Callers callers;
  private final Gate gate;
  private final List<Endpoint> endpoints;

  /**
   * @param opening null where nobody but the person at this computer reaches the server
   */
  public AccountEndpoints(
      AccountParts parts,
      @Nullable Opening opening,
      AuditLog auditLog,
      RefusedLogins refusedLogins,
      Clock clock) {
    BrowserSessions browsers = new BrowserSessions(parts.sessions(), opening != null);
    this.callers = new Callers(parts, browsers, opening == null);
    PasswordLogin login = new PasswordLogin(parts.accounts(), clock);
    this.gate = new AccountGate(callers);
    this.endpoints =
        Stream.of(
                new SessionApi(parts, callers, browsers, login, opening, auditLog, refusedLogins)
                    .endpoints(),
                new AccountApi(parts, auditLog).endpoints(),
                new KeyApi(parts.keys(), auditLog).endpoints())
            .flatMap(List::stream)
            .toList();
  }

  /** Whether a request, to a page that is open to all, comes from somebody who may read. */
  public boolean mayRead(Context context) {
    try {
      return callers.find(context).isPresent();
    } catch (RefusedException refused) {
      return false;
    }
  }

  public Gate gate() {
    return gate;
  }

  public List<Endpoint> endpoints() {
    return endpoints;
  }

  /** How it is told that accounts cannot be changed like that. */
  public static void addFaults(RoutesConfig routes) {
    routes.exception(
        AccountException.class,
        (e, context) -> {
          String detail = String.valueOf(e.getMessage());
          Problem problem =
              switch (e.reason()) {
                case INVALID -> Problem.of(List.of(detail));
                case UNKNOWN -> Problem.of(404, "Not found", detail);
                case CONFLICT -> Problem.of(409, "Conflict", detail);
              };
          problem.answer(context);
        });
  }
}
