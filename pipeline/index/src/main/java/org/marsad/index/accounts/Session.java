// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.accounts;

import java.time.Instant;

/**
 * A login that lasts.
 *
 * @param account its {@link Account#key}
 * @param accountId not that of another account which has taken the name since
 * @param generation of the account at the login
 * @param seen the last request, to some minutes
 */
public record Session(
    String account, String accountId, int generation, Instant opened, Instant seen) {

  public Session withSeen(Instant now) {
    return new Session(account, accountId, generation, opened, now);
  }
}
