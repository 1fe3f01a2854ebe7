// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.accounts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a program shows in place of a password.
 *
 * @param id random, for lists; it opens nothing
 * @param account the owner's {@link Account#key}
 * @param accountId not that of another account which has taken the name since
 * @param name what it is for, in the owner's words
 * @param role what it may do at most; the owner's role limits it too
 * @param expires from then on it opens nothing
 * @param lastUsed the day in UTC; null where it never was
 */
public record ApiKey(
    String id,
    String account,
    String accountId,
    String name,
    Role role,
    Instant created,
    Instant expires,
    @Nullable LocalDate lastUsed) {

  public ApiKey withLastUsed(LocalDate day) {
    return new ApiKey(id, account, accountId, name, role, created, expires, day);
  }
}
