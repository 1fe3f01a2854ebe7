// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.time.Clock;
import org.marsad.index.accounts.AccountIndex;

/** All that there is to say who may use the dashboards. */
public record AccountParts(Accounts accounts, Sessions sessions, ApiKeys keys) {
  public static AccountParts of(AccountIndex index, Clock clock) {
    Accounts accounts = new Accounts(index.accounts(), clock);
    return new AccountParts(
        accounts,
        new Sessions(index.sessions(), accounts, clock),
        new ApiKeys(index.keys(), accounts, clock));
  }
}
