// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import org.marsad.dashboards.http.Problem;
import org.marsad.dashboards.http.RefusedException;
import org.marsad.dashboards.http.Request;
import org.marsad.index.accounts.Account;

/** What only a person does who has logged in: a key that has leaked must not outlive its days. */
final class OwnSession {
  private OwnSession() {}

  /**
   * @throws RefusedException 403 of a key, 409 where there is no account yet
   */
  static Account account(Request request) {
    Caller caller = Caller.of(request.context());
    if (caller.way() == Caller.Way.KEY) {
      throw new RefusedException(
          Problem.of(403, "Forbidden", "A key cannot do this: log in with the password."));
    }
    Account account = caller.account();
    if (account == null) {
      throw new RefusedException(
          Problem.of(409, "Conflict", "There is no account yet: make an administrator's first."));
    }
    return account;
  }
}
