// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.EndpointDraft;
import org.marsad.dashboards.http.JsonBody;
import org.marsad.dashboards.http.Request;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.Role;

/** Who may use the dashboards: /api/accounts. */
final class AccountApi {
  private final AccountParts parts;
  private final AuditLog auditLog;

  AccountApi(AccountParts parts, AuditLog auditLog) {
    this.parts = parts;
    this.auditLog = auditLog;
  }

  /**
   * @param hasPassword unless it logs in by an identity provider only
   * @param issuer of that provider; absent where there is none
   */
  private record AccountView(
      String id,
      String name,
      Role role,
      Instant created,
      boolean disabled,
      boolean hasPassword,
      @Nullable String issuer) {
    static AccountView of(Account account) {
      Account.Identity identity = account.identity();
      return new AccountView(
          account.id(),
          account.name(),
          account.role(),
          account.created(),
          account.disabled(),
          account.passwordHash() != null,
          identity == null ? null : identity.issuer());
    }
  }

  private record AccountList(List<AccountView> accounts) {}

  private record NewAccount(String name, Role role, String password) {}

  private record RoleBody(Role role) {}

  private record DisabledBody(boolean disabled) {}

  private record NewPassword(String password) {}

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/accounts")
            .access(Access.ADMINISTER)
            .summary("Lists the accounts")
            .answers(AccountList.class)
            .handle(request -> list()),
        Endpoint.post("/api/accounts")
            .access(Access.ADMINISTER)
            .summary("Makes an account; the first one must be an administrator's")
            .body(NewAccount.class)
            .refuses(409)
            .answers(201, AccountView.class)
            .handle(this::make),
        changing("/role", "Gives an account another role; its sessions end")
            .body(RoleBody.class)
            .answers(AccountView.class)
            .handle(this::setRole),
        changing("/disabled", "Disables or enables an account; its sessions end")
            .body(DisabledBody.class)
            .answers(AccountView.class)
            .handle(this::setDisabled),
        changing("/password", "Gives an account another password; its sessions end")
            .body(NewPassword.class)
            .answers(AccountView.class)
            .handle(this::setPassword),
        Endpoint.delete("/api/accounts/{id}")
            .access(Access.ADMINISTER)
            .summary("Removes an account with its keys and sessions")
            .refuses(404, 409)
            .answers(204)
            .handle(this::remove));
  }

  private static EndpointDraft changing(String what, String summary) {
    return Endpoint.put("/api/accounts/{id}" + what)
        .access(Access.ADMINISTER)
        .summary(summary)
        .refuses(404, 409);
  }

  private AccountList list() {
    return new AccountList(parts.accounts().all().stream().map(AccountView::of).toList());
  }

  private void make(Request request) {
    JsonBody body = request.body();
    String name = body.text("name");
    Role role = role(body);
    String password = body.text("password");
    body.check();
    Accounts accounts = parts.accounts();
    Account made =
        accounts.recorded(
            accounts.add(
                Objects.requireNonNullElse(name, ""),
                role,
                Objects.requireNonNullElse(password, "")),
            id -> auditLog.record(request.who(), "make-account", "account", id));
    request.context().status(201).json(AccountView.of(made));
  }

  private AccountView setRole(Request request) {
    JsonBody body = request.body();
    Role role = role(body);
    body.check();
    Account account = recorded("change-role", request);
    return AccountView.of(parts.accounts().setRole(account, role));
  }

  /** Never a role that was not asked for: without one the body does not pass its check. */
  private static Role role(JsonBody body) {
    Role role = body.oneOf("role", Role.class);
    if (role == null) {
      body.fault("role", "is needed: one of " + List.of(Role.values()));
      return Role.VIEWER;
    }
    return role;
  }

  private AccountView setDisabled(Request request) {
    JsonBody body = request.body();
    Boolean disabled = body.flag("disabled");
    if (disabled == null) {
      body.fault("disabled", "is needed: true or false");
    }
    body.check();
    boolean isDisabled = Boolean.TRUE.equals(disabled);
    Account account = recorded(isDisabled ? "disable-account" : "enable-account", request);
    return AccountView.of(parts.accounts().setDisabled(account, isDisabled));
  }

  private AccountView setPassword(Request request) {
    JsonBody body = request.body();
    String password = body.text("password");
    body.check();
    Account account = recorded("set-password", request);
    return AccountView.of(
        parts.accounts().setPassword(account, Objects.requireNonNullElse(password, "")));
  }

  private void remove(Request request) {
    Account account = recorded("remove-account", request);
    parts.accounts().remove(account);
    parts.keys().removeAll(account);
    request.context().status(204);
  }

  private Account recorded(String action, Request request) {
    Account account =
        parts
            .accounts()
            .byId(request.path("id"))
            .orElseThrow(
                () ->
                    new AccountException(
                        AccountException.Cause.UNKNOWN, "There is no such account."));
    auditLog.record(request.who(), action, "account", account.id());
    return account;
  }
}
