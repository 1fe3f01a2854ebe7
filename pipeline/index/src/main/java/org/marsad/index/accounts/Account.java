// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.accounts;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may use the dashboards.
 *
 * @param id random; what records such as the audit log name, also after the account has gone
 * @param name by which its owner logs in, chosen by the operator
 * @param passwordHash in the PHC string format; null where it logs in by an identity provider only
 * @param identity at an identity provider; null where there is none
 * @param generation raised by whatever must end the account's sessions: they remember theirs
 */
public record Account(
    String id,
    String name,
    Role role,
    @Nullable String passwordHash,
    @Nullable Identity identity,
    Instant created,
    boolean disabled,
    int generation) {

  /**
   * As an identity provider knows somebody (OpenID Connect).
   *
   * @param issuer of the provider, a URL
   * @param subject never given to another person by that issuer
   */
  public record Identity(String issuer, String subject) {}

  /** What two names may not share: neither case nor the form of their letters tells them apart. */
  public static String key(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Without the password's hash, which must not reach a log. */
  @Override
  public String toString() {
    return "Account[id=" + id + ", role=" + role + ", disabled=" + disabled + "]";
  }

  /** With another role; its sessions end. */
  public Account withRole(Role other) {
    return new Account(id, name, other, passwordHash, identity, created, disabled, generation + 1);
  }

  /** With another password; its sessions end. */
  public Account withPassword(String hash) {
    return new Account(id, name, role, hash, identity, created, disabled, generation + 1);
  }

  /** With the same password, hashed anew. */
  public Account withHash(String hash) {
    return new Account(id, name, role, hash, identity, created, disabled, generation);
  }

  /** Disabled or enabled; its sessions end. */
  public Account withDisabled(boolean isDisabled) {
    return new Account(id, name, role, passwordHash, identity, created, isDisabled, generation + 1);
  }
}
