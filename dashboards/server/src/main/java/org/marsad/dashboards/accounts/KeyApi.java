// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Access;
import org.marsad.dashboards.http.Endpoint;
import org.marsad.dashboards.http.JsonBody;
import org.marsad.dashboards.http.Request;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.ApiKey;
import org.marsad.index.accounts.Role;

/** One's own keys for programs: /api/keys. */
final class KeyApi {
  private static final int USUAL_DAYS = 90;

  private final ApiKeys keys;
  private final AuditLog auditLog;

  KeyApi(ApiKeys keys, AuditLog auditLog) {
    this.keys = keys;
    this.auditLog = auditLog;
  }

  /**
   * @param role what it may do at most
   * @param lastUsed absent where it never was
   */
  private record KeyView(
      String id,
      String name,
      Role role,
      Instant created,
      Instant expires,
      @Nullable LocalDate lastUsed) {
    static KeyView of(ApiKey key) {
      return new KeyView(
          key.id(), key.name(), key.role(), key.created(), key.expires(), key.lastUsed());
    }
  }

  private record Keys(List<KeyView> keys) {}

  /**
   * @param secret what a program sends; told this once
   */
  private record MadeKey(KeyView key, String secret) {}

  /**
   * @param role the account's where it is absent
   * @param days 90 where it is absent
   */
  private record KeyBody(String name, @Nullable Role role, @Nullable Integer days) {}

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/api/keys")
            .access(Access.READ)
            .summary("Lists one's own keys")
            .refuses(403, 409)
            .answers(Keys.class)
            .handle(this::list),
        Endpoint.post("/api/keys")
            .access(Access.READ)
            .summary("Makes a key, which is told once")
            .body(KeyBody.class)
            .refuses(403, 409)
            .answers(201, MadeKey.class)
            .handle(this::make),
        Endpoint.delete("/api/keys/{id}")
            .access(Access.READ)
            .summary("Ends one of one's own keys")
            .refuses(403, 404, 409)
            .answers(204)
            .handle(this::remove));
  }

  private Keys list(Request request) {
    return new Keys(keys.of(OwnSession.account(request)).stream().map(KeyView::of).toList());
  }

  private void make(Request request) {
    Account owner = OwnSession.account(request);
    JsonBody body = request.body();
    String name = body.text("name");
    Role role = body.oneOf("role", Role.class);
    Integer days = body.number("days");
    body.check();
    auditLog.record(request.who(), "make-key", "account", owner.id());
    ApiKeys.Made made =
        keys.add(
            owner,
            Objects.requireNonNullElse(name, ""),
            Objects.requireNonNullElse(role, owner.role()),
            Objects.requireNonNullElse(days, USUAL_DAYS));
    request.context().status(201).json(new MadeKey(KeyView.of(made.key()), made.secret()));
  }

  private void remove(Request request) {
    Account owner = OwnSession.account(request);
    auditLog.record(request.who(), "end-key", "account", owner.id());
    keys.remove(owner, request.path("id"));
    request.context().status(204);
  }
}
