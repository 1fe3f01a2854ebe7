// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.marsad.index.accounts.Account;

/**
 * Lets in whoever knows a password, and wears out whoever tries them. An unknown name, a wrong
 * password and a disabled account look the same, and take as long. Thread-safe.
 */
final class PasswordLogin {
  /** NIST SP 800-63B allows a hundred in a row; people need a few. */
  private static final int FREE_PER_NAME = 5;

  /** An office shares one address. */
  private static final int FREE_PER_ADDRESS = 30;

  private final PasswordCheck check;
  private final FailedLogins byName;
  private final FailedLogins byAddress;

  PasswordLogin(Accounts accounts, Clock clock) {
    this.check = new PasswordCheck(accounts);
    this.byName = new FailedLogins(FREE_PER_NAME, clock);
    this.byAddress = new FailedLogins(FREE_PER_ADDRESS, clock);
  }

  /**
   * @param address where the request comes from
   * @throws TooManyAttemptsException if it is too early to try again
   */
  Optional<Account> attempt(String name, String password, String address) {
    // By their hashes: what is tried may be as long as it likes, and names may be passwords.
    String key = RandomToken.hash(Account.key(name));
    String place = RandomToken.hash(address);
    refuseEarly(byAddress.begin(place));
    refuseEarly(byName.begin(key));
    Optional<Account> account = check.owner(name, password);
    account.ifPresent(
        found -> {
          byName.clear(key);
          byAddress.takeBack(place);
        });
    return account;
  }

  private static void refuseEarly(Duration pause) {
    if (!pause.isZero()) {
      throw new TooManyAttemptsException(pause);
    }
  }
}
