// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.Session;

/**
 * Logins that last, in the index, so that they outlive a restart and hold on every server over it.
 * Each ends when it is closed, is not used for {@link #IDLE}, is {@link #LIFE} old, or when its
 * account is disabled, removed, or given another password or role. Thread-safe.
 */
public final class Sessions {
  /** A working day with its breaks: who comes back the next morning logs in again. */
  static final Duration IDLE = Duration.ofHours(12);

  /** A token that has been stolen is worth nothing after a week, however busy its thief. */
  static final Duration LIFE = Duration.ofDays(7);

  /** How exactly the last use is known; each noting of it is a write. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

  private final Shelf<Session> shelf;
  private final Accounts accounts;
  private final Clock clock;

  public Sessions(Shelf<Session> shelf, Accounts accounts, Clock clock) {
    this.shelf = shelf;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Opens one for somebody who has proved to be the account's owner, and clears away those that
   * have ended.
   *
   * @return its token, which the browser alone keeps; never one that a browser brought
   */
  public String open(Account account) {
    Instant now = clock.instant();
    int unused = clearEnded();
    String token = RandomToken.secret();
    shelf.put(
        RandomToken.hash(token),
        new Session(Account.key(account.name()), account.id(), account.generation(), now, now));
    return token;
  }

  /** Removes those that have ended; returns how many. */
  public int clearEnded() {
    Instant now = clock.instant();
    List<Kept<Session>> ended =
        shelf.all().stream().filter(kept -> hasEnded(kept.value(), now)).toList();
    ended.forEach(kept -> shelf.remove(kept.id()));
    return ended.size();
  }

  /** Whose session this is, as its account is now. */
  public Optional<Account> find(String token) {
    Kept<Session> kept = shelf.find(RandomToken.hash(token)).orElse(null);
    if (kept == null || hasEnded(kept.value(), clock.instant())) {
      return Optional.empty();
    }
    Session session = kept.value();
    Optional<Account> owner =
        accounts
            .byName(session.account())
            .filter(account -> account.id().equals(session.accountId()))
            .filter(account -> account.generation() == session.generation())
            .filter(account -> !account.disabled());
    owner.ifPresent(account -> note(kept));
    return owner;
  }

  /** Ends it; nothing happens where there is none. */
  public void close(String token) {
    boolean unused = shelf.remove(RandomToken.hash(token));
  }

  /** What proves that a request was meant by the page, and not only sent with its cookie. */
  static String csrf(String token) {
    return RandomToken.derived("csrf", token);
  }

  /** Where two requests do it at once, either will do. */
  private void note(Kept<Session> kept) {
    Instant now = clock.instant();
    if (kept.value().seen().plus(NOTED_EVERY).isBefore(now)) {
      boolean unused = shelf.replace(kept, kept.value().withSeen(now));
    }
  }

  private static boolean hasEnded(Session session, Instant now) {
    return !now.isBefore(session.seen().plus(IDLE)) || !now.isBefore(session.opened().plus(LIFE));
  }
}
