// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.List;
import java.util.Map;
import org.marsad.dashboards.accounts.AccountException;
import org.marsad.dashboards.accounts.Accounts;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.oidc.RefusedLoginException.Reason;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.Role;
import org.marsad.model.Provenance;

/**
 * Finds or makes the account of somebody whom the provider has named. It is found by issuer and
 * subject alone: a name or an address that equals a local account's gives nothing.
 */
final class Admission {
  /** What providers call people by, the best first. */
  private static final List<String> NAMES = List.of("preferred_username", "email");

  private static final int MOST_OF_ONE_NAME = 20;

  private final OidcSettings settings;
  private final Claims claims;
  private final Accounts accounts;
  private final AuditLog auditLog;

  Admission(OidcSettings settings, Accounts accounts, AuditLog auditLog) {
    this.settings = settings;
    this.claims = new Claims(settings);
    this.accounts = accounts;
    this.auditLog = auditLog;
  }

  /**
   * The account, with the role that the token gives.
   *
   * @param token one that has passed all checks
   * @throws RefusedLoginException if there is no role, or the account is disabled
   */
  Account admit(IDTokenClaimsSet token) {
    Role role =
        claims.role(token).orElseThrow(() -> new RefusedLoginException(Reason.NO_ROLE, null));
    Account.Identity identity =
        new Account.Identity(settings.issuer().toString(), token.getSubject().getValue());
    try {
      Account account =
          accounts
              .byIdentity(identity.issuer(), identity.subject())
              .orElseGet(() -> make(token, role, identity));
      if (account.disabled()) {
        throw new RefusedLoginException(Reason.DISABLED, null);
      }
      return follow(account, role);
    } catch (AccountException e) {
      throw new RefusedLoginException(Reason.CONFLICT, e);
    }
  }

  private Account follow(Account account, Role role) {
    if (account.role() == role) {
      return account;
    }
    auditLog.record(
        account.id(),
        "change-role",
        "account",
        account.id(),
        Map.of("from", List.of(account.role().name()), "to", List.of(role.name())));
    return accounts.setRole(account, role);
  }

  private Account make(IDTokenClaimsSet token, Role role, Account.Identity identity) {
    for (String name : NAMES) {
      String wanted = token.getStringClaim(name);
      for (int i = 1; wanted != null && i <= MOST_OF_ONE_NAME; i++) {
        String free = i == 1 ? wanted : wanted + "-" + i;
        if (accounts.byName(free).isEmpty() && Accounts.isName(free)) {
          return recorded(accounts.add(free, role, identity), role);
        }
      }
    }
    String digest = Provenance.sha256(identity.toString().getBytes(UTF_8));
    String nameless = "sso-" + digest.substring(0, 12);
    return recorded(accounts.add(nameless, role, identity), role);
  }

  private Account recorded(Account made, Role role) {
    return accounts.recorded(
        made,
        id ->
            auditLog.record(id, "make-account", "account", id, Map.of("to", List.of(role.name()))));
  }
}
