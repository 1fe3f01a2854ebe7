// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;
import org.marsad.index.accounts.Account;
import org.marsad.index.accounts.ApiKey;
import org.marsad.index.accounts.Role;

/**
 * Keys for programs. They end with their day, with their owner's account and while that is
 * disabled; a new password of the owner leaves them, since programs do not log in. Thread-safe.
 */
public final class ApiKeys {
  /** Tells people and their secret scanners what they have found. */
  static final String PREFIX = "marsad_";

  static final int MOST_DAYS = 366;
  private static final int MOST_PER_ACCOUNT = 20;
  private static final int MOST_NAME = 80;

  private final Shelf<ApiKey> shelf;
  private final Accounts accounts;
  private final Clock clock;

  public ApiKeys(Shelf<ApiKey> shelf, Accounts accounts, Clock clock) {
    this.shelf = shelf;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * @param secret told this once
   */
  public record Made(ApiKey key, String secret) {}

  /** What a key is good for. */
  record Holder(String keyId, Account owner, Role role) {}

  /** Of this account, in the order in which they were made. */
  public List<ApiKey> of(Account account) {
    return kept(account).stream()
        .map(Kept::value)
        .sorted(Comparator.comparing(ApiKey::created))
        .toList();
  }

  /**
   * @param role at most the owner's
   * @param days for which it is good
   * @throws AccountException if it may not be
   */
  public Made add(Account owner, String name, Role role, int days) {
    if (name.isBlank() || name.length() > MOST_NAME) {
      throw invalid("A key needs a name of at most " + MOST_NAME + " characters: what it is for.");
    }
    if (role.atMost(owner.role()) != role) {
      throw invalid("A key may do at most what its owner may: take the role " + owner.role() + ".");
    }
    if (days < 1 || days > MOST_DAYS) {
      throw invalid("A key is good for 1 to " + MOST_DAYS + " days.");
    }
    if (kept(owner).size() >= MOST_PER_ACCOUNT) {
      throw new AccountException(
          AccountException.Cause.CONFLICT,
          "There are " + MOST_PER_ACCOUNT + " keys already: remove one that is no longer used.");
    }
    String secret = PREFIX + RandomToken.secret();
    Instant now = clock.instant();
    ApiKey key =
        new ApiKey(
            RandomToken.id(),
            Account.key(owner.name()),
            owner.id(),
            name.strip(),
            role,
            now,
            now.plus(Duration.ofDays(days)),
            null);
    shelf.put(RandomToken.hash(secret), key);
    return new Made(key, secret);
  }

  /**
   * @throws AccountException if it is none of this account's
   */
  public void remove(Account owner, String id) {
    Kept<ApiKey> found =
        kept(owner).stream()
            .filter(one -> one.value().id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new AccountException(
                        AccountException.Cause.UNKNOWN, "There is no such key of this account."));
    boolean unused = shelf.remove(found.id());
  }

  /** Of an account that goes. */
  public void removeAll(Account owner) {
    kept(owner).forEach(kept -> shelf.remove(kept.id()));
  }

  /** Whose key this is, and what it may do at most. */
  Optional<Holder> find(String secret) {
    Kept<ApiKey> kept =
        secret.startsWith(PREFIX) ? shelf.find(RandomToken.hash(secret)).orElse(null) : null;
    if (kept == null || !clock.instant().isBefore(kept.value().expires())) {
      return Optional.empty();
    }
    ApiKey key = kept.value();
    Optional<Account> owner =
        accounts
            .byName(key.account())
            .filter(account -> account.id().equals(key.accountId()) && !account.disabled());
    owner.ifPresent(account -> note(kept));
    return owner.map(account -> new Holder(key.id(), account, key.role().atMost(account.role())));
  }

  private void note(Kept<ApiKey> kept) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(kept.value().lastUsed())) {
      boolean unused = shelf.replace(kept, kept.value().withLastUsed(today));
    }
  }

  private List<Kept<ApiKey>> kept(Account owner) {
    return shelf.all().stream()
        .filter(kept -> kept.value().accountId().equals(owner.id()))
        .toList();
  }

  private static AccountException invalid(String message) {
    return new AccountException(AccountException.Cause.INVALID, message);
  }
}
