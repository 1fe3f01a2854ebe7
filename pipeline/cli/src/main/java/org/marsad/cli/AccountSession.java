// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Clock;
import org.marsad.dashboards.accounts.AccountException;
import org.marsad.dashboards.accounts.AccountParts;
import org.marsad.dashboards.accounts.Accounts;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.AccountIndex;
import org.marsad.index.accounts.Role;

/** The accounts in an index, changed on record by whoever is at this computer. */
final class AccountSession implements AutoCloseable {
  private static final String KIND = "account";

  private final IndexSession index;
  private final AccountParts parts;

  private AccountSession(IndexSession index) {
    this.index = index;
    this.parts = AccountParts.of(new AccountIndex(index.connection()), Clock.systemUTC());
  }

  static AccountSession open(IndexOptions options) {
    return new AccountSession(IndexSession.open(options));
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

  /** Something to do to an account, which may be refused with a message for a person. */
  interface Change<T> {
    T make(AccountParts parts, Account account);
  }

  /**
   * Opens the index, records the change, and makes it.
   *
   * @param action as the audit log calls it
   * @throws Remedy if there is no account of that name, or with what stands in the way
   */
  static <T> T change(String name, String action, IndexOptions options, Change<T> change) {
    try (AccountSession session = open(options)) {
      Account account = session.account(name);
      session.index.record(action, KIND, account.id());
      return change.make(session.parts, account);
    } catch (AccountException refused) {
      throw new Remedy(String.valueOf(refused.getMessage()), refused);
    }
  }

  /**
   * Opens the index, and makes an account on record.
   *
   * @throws Remedy with what stands in the way
   */
  static Account add(String name, Role role, String password, IndexOptions options) {
    try (AccountSession session = open(options)) {
      Accounts accounts = session.parts.accounts();
      return accounts.recorded(
          accounts.add(name, role, password), id -> session.index.record("make-account", KIND, id));
    } catch (AccountException refused) {
      throw new Remedy(String.valueOf(refused.getMessage()), refused);
    }
  }

  @Override
  public void close() {
    index.close();
  }
}
