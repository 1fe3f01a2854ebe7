// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.Role;

/**
 * Makes and changes accounts. One enabled administrator always remains, unless two programs take
 * away the last two within the same moment; the command line can make another then. Thread-safe.
 */
public final class Accounts {
  private static final int ATTEMPTS = 5;

  /** Letters of any script, so that people can be called what they are called. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@-]{1,63}");

  private final Shelf<Account> shelf;
  private final Clock clock;
  private final FirstAccount first;

  public Accounts(Shelf<Account> shelf, Clock clock) {
    this.shelf = shelf;
    this.clock = clock;
    this.first = new FirstAccount(shelf::isEmpty, clock);
  }

  /** In the order of their names. */
  public List<Account> all() {
    return shelf.all().stream().map(Kept::value).toList();
  }

  /**
   * Whether there is any, or was one since this was first asked; disabled ones included. One that
   * another program makes is heard of within a second.
   *
   * @throws org.marsad.index.IndexUnavailableException while it is not known
   */
  boolean someExist() {
    return first.isMade();
  }

  /** Whether an account can be called so. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether somebody can log in who may let others in. */
  public boolean hasAdministrator() {
    return all().stream().anyMatch(Accounts::administers);
  }

  public Optional<Account> byName(String name) {
    return shelf.find(Account.key(name)).map(Kept::value);
  }

  public Optional<Account> byId(String id) {
    return all().stream().filter(account -> account.id().equals(id)).findFirst();
  }

  /** Of a person whom an identity provider knows; for logins, not for each request. */
  public Optional<Account> byIdentity(String issuer, String subject) {
    Account.Identity identity = new Account.Identity(issuer, subject);
    return all().stream().filter(account -> identity.equals(account.identity())).findFirst();
  }

  /**
   * Makes an account that logs in by a password.
   *
   * @throws AccountException if the name is taken or none, the password too weak, or it would be
   *     the first and no administrator
   */
  public Account add(String name, Role role, String password) {
    return add(name, role, password, null);
  }

  /**
   * Makes an account that logs in by an identity provider.
   *
   * @throws AccountException as for one with a password
   */
  public Account add(String name, Role role, Account.Identity identity) {
    return add(name, role, null, identity);
  }

  private synchronized Account add(
      String name, Role role, @Nullable String password, Account.@Nullable Identity identity) {
    if (!isName(name)) {
      throw new AccountException(
          AccountException.Cause.INVALID,
          "A name is 2 to 64 letters and figures, with . _ @ - between them.");
    }
    if (role != Role.ADMIN && shelf.isEmpty()) {
      throw new AccountException(
          AccountException.Cause.CONFLICT,
          "The first account must be an administrator's: from then on, only one who has logged in"
              + " can make others.");
    }
    Account account =
        new Account(
            RandomToken.id(),
            name,
            role,
            password == null ? null : acceptable(password, name),
            identity,
            clock.instant(),
            false,
            0);
    if (!shelf.create(Account.key(name), account)) {
      throw new AccountException(
          AccountException.Cause.CONFLICT, "There is an account of that name already.");
    }
    first.made();
    return account;
  }

  /**
   * @throws AccountException if it is the last administrator's
   */
  public Account setRole(Account account, Role role) {
    return change(account, former -> former.role() == role ? former : former.withRole(role));
  }

  /**
   * @throws AccountException if the password is too weak
   */
  public Account setPassword(Account account, String password) {
    String hash = acceptable(password, account.name());
    return change(account, former -> former.withPassword(hash));
  }

  /**
   * @throws AccountException if it is the last administrator's
   */
  public Account setDisabled(Account account, boolean disabled) {
    return change(
        account, former -> former.disabled() == disabled ? former : former.withDisabled(disabled));
  }

  /**
   * @throws AccountException if it is the last administrator's
   */
  public synchronized void remove(Account account) {
    requireAnotherAdministrator(account, null);
    if (!shelf.remove(Account.key(account.name()))) {
      throw gone(account.name());
    }
  }

  /** Another hash of the same password; nothing changes where it has got another meanwhile. */
  Account setHash(Account account, String hash) {
    return change(
        account,
        former ->
            Objects.equals(former.passwordHash(), account.passwordHash())
                ? former.withHash(hash)
                : former);
  }

  private synchronized Account change(Account account, UnaryOperator<Account> change) {
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

  /** The hash of a password that may be this account's. */
  private static String acceptable(String password, String name) {
    PasswordRules.fault(password, name)
        .ifPresent(
            fault -> {
              throw new AccountException(
                  AccountException.Cause.INVALID, "The password " + fault + ".");
            });
    return Passwords.hash(password);
  }

  private static AccountException gone(String name) {
    return new AccountException(
        AccountException.Cause.UNKNOWN, "There is no account " + name + " any more.");
  }
}
