// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;

/** Makes and checks the hashes of passwords, a few at a time: each takes 19 MiB and a core. */
final class Passwords {
  private static final int AT_ONCE = 4;

  private static final Semaphore TURNS = new Semaphore(AT_ONCE, true);

  private Passwords() {}

  /** In the form that is stored. */
  static String hash(String password) {
    TURNS.acquireUninterruptibly();
    try {
      return Argon2.USUAL.hash(characters(password));
    } finally {
      TURNS.release();
    }
  }

  static boolean matches(String hash, String password) {
    TURNS.acquireUninterruptibly();
    try {
      return Argon2.matches(hash, characters(password));
    } finally {
      TURNS.release();
    }
  }

  /** Whether it is worth making the hash anew when its password is known. */
  static boolean isOutdated(String hash) {
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
