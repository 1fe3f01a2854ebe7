// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.marsad.dashboards.accounts.AccountException;
import org.marsad.dashboards.accounts.AccountParts;
import org.marsad.dashboards.audit.AuditLog;
import org.marsad.dashboards.http.Request;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.AccountIndex;

/** The accounts in an index. */
final class AccountSession implements AutoCloseable {
  private final IndexSession index;
  private final Path auditLog;
  private final AccountParts parts;

  private AccountSession(IndexSession index, Path auditLog) {
    this.index = index;
    this.auditLog = auditLog;
    this.parts = AccountParts.of(new AccountIndex(index.connection()), Clock.systemUTC());
  }

  static AccountSession open(IndexOptions options) {
    return new AccountSession(IndexSession.open(options), DataDirectory.auditLog(options.data));
  }

  AccountParts parts() {
    return parts;
  }

  /**
   * @throws Remedy if there is none of that name
   */
  Account account(String name) {
    return parts
        .accounts()
        .byName(name)
        .orElseThrow(
            () ->
                new Remedy("there is no account " + name + ": ./marsad accounts list shows them"));
  }

  /** Records what is done to an account by whoever is at this computer, as the dashboard does. */
  void record(String action, Account account) {
    new AuditLog(auditLog, Clock.systemUTC())
        .record(Request.LOCAL, action, "account", account.id());
  }

  /** Something that accounts may refuse, with a message for a person. */
  interface Change<T> {
    T make(AccountParts parts);
  }

  /**
   * @throws Remedy with what stands in the way
   */
  <T> T change(Change<T> change) {
    try {
      return change.make(parts);
    } catch (AccountException refused) {
      throw new Remedy(String.valueOf(refused.getMessage()), refused);
    }
  }

  @Override
  public void close() {
    index.close();
  }
}
