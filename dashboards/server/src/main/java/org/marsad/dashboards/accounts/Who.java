// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.http.Access;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.Role;
import org.marsad.model.DocumentKind;
import org.marsad.model.Opening;

/**
 * Who makes a request, as pages are told.
 *
 * @param way absent where it is nobody
 * @param account absent for nobody, and for the person at this computer
 * @param may what they may do
 * @param csrf what the header X-Marsad-CSRF must say with everything but reading; of a session
 * @param record by what right others than the person at this computer see this, where they do
 */
record Who(
    Caller.@Nullable Way way,
    @Nullable Owner account,
    List<Access> may,
    @Nullable String csrf,
    @Nullable LegalRecord record) {

  /**
   * @param role of the request, which for a key may be less than the account's
   * @param hasPassword unless it logs in by an identity provider only
   */
  record Owner(String id, String name, Role role, boolean hasPassword) {
    private static @Nullable Owner of(Caller caller) {
      Account account = caller.account();
      return account == null
          ? null
          : new Owner(account.id(), account.name(), caller.role(), account.passwordHash() != null);
    }
  }

  record LegalRecord(String legalBasis, Map<DocumentKind, Integer> retentionDays) {}

  /**
   * @param token of the session; null without one
   * @param opening null where nobody but the person at this computer reaches the server
   */
  static Who of(Optional<Caller> caller, @Nullable String token, @Nullable Opening opening) {
    return new Who(
        caller.map(Caller::way).orElse(null),
        caller.map(one -> Owner.of(one)).orElse(null),
        caller.map(one -> Permissions.of(one.role())).orElse(List.of(Access.PUBLIC)),
        token == null ? null : Sessions.csrf(token),
        caller.isPresent() && opening != null
            ? new LegalRecord(opening.legalBasis(), opening.retentionDays())
            : null);
  }
}
