// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.audit.RefusedLogins;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.ClientAddresses;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.JsonBody;
import org.marsad.dashboards.http.Later;
import org.marsad.dashboards.http.Problem;
import org.marsad.dashboards.http.RefusedException;
import org.marsad.dashboards.http.Request;
import org.marsad.index.accounts.Account;
import org.marsad.model.Opening;

/** Who is there, logging in and out, and one's own password: /api/session. */
final class SessionApi {
  private final AccountParts parts;
  private final Callers callers;
  private final BrowserSessions browsers;
  private final PasswordLogin login;
  private final @Nullable Opening opening;
  private final ClientAddresses clients;
  private final AuditLog auditLog;
  private final RefusedLogins refusedLogins;

  SessionApi(
      AccountParts parts,
      Callers callers,
      BrowserSessions browsers,
      PasswordLogin login,
      @Nullable Opening opening,
      AuditLog auditLog,
      RefusedLogins refusedLogins) {
    this.parts = parts;
    this.callers = callers;
    this.browsers = browsers;
    this.login = login;
    this.opening = opening;
    this.clients = new ClientAddresses(opening);
    this.auditLog = auditLog;
    this.refusedLogins = refusedLogins;
  }

  private record LoginBody(String name, String password) {}

  private record PasswordBody(String former, String password) {}

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/session")
            .access(Access.PUBLIC)
            .summary("Says who one is and what one may do")
            .answers(Who.class)
            .handle(request -> who(request.context())),
        Endpoint.post("/api/session")
            .access(Access.PUBLIC)
            .summary("Logs in by a password, and sets the session's cookie")
            .body(LoginBody.class)
            .refuses(401)
            .answers(Who.class)
            .handle(this::logIn),
        Endpoint.delete("/api/session")
            .access(Access.READ)
            .summary("Logs out")
            .answers(204)
            .handle(this::logOut),
        Endpoint.put("/api/session/password")
            .access(Access.READ)
            .summary("Changes one's own password; other sessions of the account end")
            .body(PasswordBody.class)
            .refuses(403, 409)
            .answers(Who.class)
            .handle(this::changePassword));
  }

  private Who who(Context context) {
    Optional<Caller> caller = callers.find(context);
    String token = browsers.token(context);
    boolean hasSession =
        caller.isPresent() && caller.get().way() == Caller.Way.SESSION && token != null;
    if (caller.isEmpty() && token != null) {
      browsers.forget(context);
    }
    return Who.of(caller, hasSession ? token : null, opening);
  }

  private Who logIn(Request request) {
    JsonBody body = request.body();
    String name = body.required("name");
    String password = body.required("password");
    body.check();
    Context context = request.context();
    Account account = attempt(name, password, context).orElseThrow(this::refuse);
    auditLog.record(account.id(), "log-in", "account", account.id());
    return open(account, context);
  }

  private RefusedException refuse() {
    refusedLogins.record("password");
    return new RefusedException(
        Problem.of(401, "Unauthorized", "There is no such name with such a password."));
  }

  private Optional<Account> attempt(String name, String password, Context context) {
    try {
      return login.attempt(name, password, clients.of(context));
    } catch (TooManyAttemptsException e) {
      throw Later.in(e.seconds(), context, String.valueOf(e.getMessage()));
    }
  }

  private Who open(Account account, Context context) {
    String token = browsers.open(account, context);
    return Who.of(Optional.of(Caller.bySession(account)), token, opening);
  }

  private void logOut(Request request) {
    Context context = request.context();
    if (Caller.of(context).way() == Caller.Way.SESSION) {
      browsers.close(context);
    } else {
      browsers.forget(context);
    }
    context.status(204);
  }

  private Who changePassword(Request request) {
    Account account = OwnSession.account(request);
    JsonBody body = request.body();
    String former = body.required("former");
    String password = body.required("password");
    body.check();
    if (attempt(account.name(), former, request.context()).isEmpty()) {
      throw new RefusedException(
          Problem.of(403, "Forbidden", "That is not the password that you have now."));
    }
    auditLog.record(request.who(), "change-password", "account", account.id());
    return open(parts.accounts().setPassword(account, password), request.context());
  }
}
