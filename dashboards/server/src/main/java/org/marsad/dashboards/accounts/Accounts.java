// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.store.Shelf;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.Role;

/** Finds, makes and changes accounts, of which one is always an administrator's. Thread-safe. */
public final class Accounts {
  /** Letters of any script, so that people can be called what they are called. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@-]{1,63}");

  private final AccountShelf shelf;
  private final Clock clock;
  private final FirstAccount first;

  public Accounts(Shelf<Account> shelf, Clock clock) {
    this.shelf = new AccountShelf(shelf);
    this.clock = clock;
    this.first = new FirstAccount(this.shelf::isEmpty, clock);
  }

  /** In the order of their names. */
  public List<Account> all() {
    return shelf.all();
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
    return shelf.hasAdministrator();
  }

  public Optional<Account> byName(String name) {
    return shelf.find(name);
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

  private Account add(
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
            password == null ? null : hash(password, name),
            identity,
            clock.instant(),
            false,
            0);
    shelf.add(account);
    first.made();
    return account;
  }

  /**
   * Records that an account was made, which has its id only then; one that cannot be recorded goes
   * again.
   *
   * @param log takes its id; may throw
   */
  public Account recorded(Account made, Consumer<String> log) {
    try {
      log.accept(made.id());
      return made;
    } catch (RuntimeException e) {
      shelf.takeBack(made);
      throw e;
    }
  }

  /**
   * @throws AccountException if it is the last administrator's
   */
  public Account setRole(Account account, Role role) {
    return shelf.change(account, former -> former.role() == role ? former : former.withRole(role));
  }

  /**
   * @throws AccountException if the password is too weak
   */
  public Account setPassword(Account account, String password) {
    String hash = hash(password, account.name());
    return shelf.change(account, former -> former.withPassword(hash));
  }

  /**
   * @throws AccountException if it is the last administrator's
   */
  public Account setDisabled(Account account, boolean disabled) {
    return shelf.change(
        account, former -> former.disabled() == disabled ? former : former.withDisabled(disabled));
  }

  /**
   * @throws AccountException if it is the last administrator's
   */
  public void remove(Account account) {
    shelf.remove(account);
  }

  /** Another hash of the same password; nothing changes where it has got another meanwhile. */
  Account setHash(Account account, String hash) {
    return shelf.change(
        account,
        former ->
            Objects.equals(former.passwordHash(), account.passwordHash())
                ? former.withHash(hash)
                : former);
  }

  private static String hash(String password, String name) {
    PasswordRules.check(password, name);
    return Passwords.hash(password);
  }
}
