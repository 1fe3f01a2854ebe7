// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What nobody can guess. Of those that open something, only the hash is kept; SHA-256 is enough,
 * since there is nothing to be tried out among 256 random bits.
 */
public final class RandomToken {
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 9;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomToken() {}

  /** 256 bits in 43 characters that an address and a cookie can hold. */
  public static String secret() {
    return of(SECRET_BYTES);
  }

  /** By which something is called; it opens nothing. */
  static String id() {
    return of(ID_BYTES);
  }

  /** SHA-256 in hexadecimal. */
  static String hash(String token) {
    return HexFormat.of().formatHex(sha256(token));
  }

  /** Something that whoever has the token knows too, for a purpose of its own. */
  static String derived(String purpose, String token) {
    return encoded(sha256(purpose + ":" + token));
  }

  private static String of(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return encoded(random);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
