// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.accounts;

import java.time.Duration;
import org.marsad.alerts.store.Shelf;
import org.marsad.index.IndexConnection;
import org.marsad.index.IndexNames;
import org.marsad.index.alerts.IndexedShelf;

/** The shelves of {@link IndexNames#ACCOUNTS}. Thread-safe, and so are its parts. */
public final class AccountIndex {
  /** Every request asks who is there: none may wait longer than this for the answer. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final IndexConnection connection;

  public AccountIndex(IndexConnection connection) {
    this.connection = connection.within(LIMIT);
  }

  /** By {@link Account#key}, so that no two have the same name. */
  public Shelf<Account> accounts() {
    return shelf("account", Account.class);
  }

  /** By the SHA-256 of the session's token, in hexadecimal. */
  public Shelf<Session> sessions() {
    return shelf("session", Session.class);
  }

  /** By the SHA-256 of the key, in hexadecimal. */
  public Shelf<ApiKey> keys() {
    return shelf("key", ApiKey.class);
  }

  private <T extends Record> Shelf<T> shelf(String type, Class<T> valueType) {
    return new IndexedShelf<>(connection, IndexNames.ACCOUNTS, type, valueType);
  }
}
