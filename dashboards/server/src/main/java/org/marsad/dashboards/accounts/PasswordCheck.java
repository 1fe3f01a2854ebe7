// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.util.Optional;
import org.marsad.index.accounts.Account;

/** Whether a password is an account's. Thread-safe. */
final class PasswordCheck {
  private final Accounts accounts;

  /** What a password is compared with where there is no account, so that it takes as long. */
  private final String ofNobody = Passwords.hash(RandomToken.secret());

  PasswordCheck(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * The account of this name, if the password is its own and it is not disabled; takes as long in
   * any case. Its hash is made anew where that has become due.
   */
  Optional<Account> owner(String name, String password) {
    Account account = accounts.byName(name).orElse(null);
    String hash = account == null ? null : account.passwordHash();
    boolean isSame = Passwords.matches(hash == null ? ofNobody : hash, password);
    if (!isSame || account == null || hash == null || account.disabled()) {
      return Optional.empty();
    }
    if (!Passwords.isOutdated(hash)) {
      return Optional.of(account);
    }
    String renewed = Passwords.hash(password);
    return Optional.of(accounts.setHash(account, renewed))
        .filter(changed -> renewed.equals(changed.passwordHash()));
  }
}
