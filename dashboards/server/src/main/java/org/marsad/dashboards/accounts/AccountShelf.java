// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.Role;

/**
 * Accounts by their names. One enabled administrator always remains, unless two programs take away
 * the last two within the same moment; the command line can make another then. Thread-safe.
 */
final class AccountShelf {
  private static final int ATTEMPTS = 5;

  private final Shelf<Account> shelf;

  AccountShelf(Shelf<Account> shelf) {
    this.shelf = shelf;
  }

  /** In the order of their names. */
  List<Account> all() {
    return shelf.all().stream().map(Kept::value).toList();
  }

  /** Whether there is none, not even one that only another release can read. */
  boolean isEmpty() {
    return shelf.isEmpty();
  }

  Optional<Account> find(String name) {
    return shelf.find(Account.key(name)).map(Kept::value);
  }

  /** Whether somebody can log in who may let others in. */
  boolean hasAdministrator() {
    return all().stream().anyMatch(AccountShelf::administers);
  }

  /**
   * @throws AccountException if there is one of that name
   */
  void add(Account account) {
    if (!shelf.create(Account.key(account.name()), account)) {
      throw new AccountException(
          AccountException.Cause.CONFLICT, "There is an account of that name already.");
    }
  }

  /**
   * Changes an account as it is by now.
   *
   * @param change may be asked more than once
   * @throws AccountException if it has gone, or is the last administrator's
   */
  synchronized Account change(Account account, UnaryOperator<Account> change) {
    for (int i = 0; i < ATTEMPTS; i++) {
      Kept<Account> former =
          shelf
              .find(Account.key(account.name()))
              .filter(kept -> kept.value().id().equals(account.id()))
              .orElseThrow(() -> gone(account.name()));
      Account changed = change.apply(former.value());
      if (changed.equals(former.value())) {
        return changed;
      }
      requireAnotherAdministrator(former.value(), changed);
      if (shelf.replace(former, changed)) {
        return changed;
      }
    }
    throw new AccountException(
        AccountException.Cause.CONFLICT, "Others are changing this account: look at it again.");
  }

  /**
   * @throws AccountException if it has gone, or is the last administrator's
   */
  synchronized void remove(Account account) {
    requireAnotherAdministrator(account, null);
    if (!shelf.remove(Account.key(account.name()))) {
      throw gone(account.name());
    }
  }

  /** Of one that was just added and must not be there, the first one too. */
  void takeBack(Account added) {
    boolean unused = shelf.remove(Account.key(added.name()));
  }

  private void requireAnotherAdministrator(Account former, @Nullable Account changed) {
    boolean isLost = administers(former) && (changed == null || !administers(changed));
    if (isLost && all().stream().noneMatch(a -> administers(a) && !a.id().equals(former.id()))) {
      throw new AccountException(
          AccountException.Cause.CONFLICT,
          former.name()
              + " is the last administrator: nobody could let others in any more. Make another"
              + " account an administrator's first.");
    }
  }

  private static boolean administers(Account account) {
    return account.role() == Role.ADMIN && !account.disabled();
  }

  private static AccountException gone(String name) {
    return new AccountException(
        AccountException.Cause.UNKNOWN, "There is no account " + name + " any more.");
  }
}
