// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Makes and checks the hashes of passwords, a few at a time: each takes 19 MiB and a core. */
final class Passwords {
  private static final int AT_ONCE = 4;

  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /** What a password is compared with where there is no account, so that it takes as long. */
  private final String ofNobody = Argon2.USUAL.hash(RandomToken.secret().toCharArray());

  /** In the form that is stored. */
  String hash(String password) {
    turns.acquireUninterruptibly();
    try {
      return Argon2.USUAL.hash(characters(password));
    } finally {
      turns.release();
    }
  }

  /**
   * @param hash null where there is no account, or none with a password: false then, after as long
   */
  boolean matches(@Nullable String hash, String password) {
    turns.acquireUninterruptibly();
    try {
      boolean same = Argon2.matches(hash == null ? ofNobody : hash, characters(password));
      return same && hash != null;
    } finally {
      turns.release();
    }
  }

  /** Whether it is worth making the hash anew when its password is known. */
  boolean isOutdated(String hash) {
    return Argon2.USUAL.isOutdated(hash);
  }

  /** Keyboards differ in how they compose letters (NIST SP 800-63B, 3.1.1.2). */
  static String normalized(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC).strip();
  }

  private static char[] characters(String password) {
    return normalized(password).toCharArray();
  }
}
