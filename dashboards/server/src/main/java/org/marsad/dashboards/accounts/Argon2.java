// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.accounts;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) in the PHC string format, which holds its own parameters: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, both in base64 without padding.
 *
 * @param memoryKib per hash
 * @param passes over that memory
 * @param lanes of it
 */
record Argon2(int memoryKib, int passes, int lanes) {
  /** The first of OWASP's equals that spares the memory (Password Storage Cheat Sheet, 2025). */
  static final Argon2 USUAL = new Argon2(19_456, 2, 1);

  /** Whoever may write the index must not make us take all memory by what is stored there. */
  private static final int MAX_MEMORY_KIB = 1 << 20;

  private static final int MAX_PASSES = 32;
  private static final int MAX_LANES = 16;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

  /** With a salt of its own. */
  String hash(char[] password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return prefix()
        + encoder.encodeToString(salt)
        + "$"
        + encoder.encodeToString(compute(password, salt, HASH_BYTES));
  }

  /** Whether the hash is of this password; takes as long whether or not it is. */
  static boolean matches(String hash, char[] password) {
    Matcher parts = PHC.matcher(hash);
    if (!parts.matches()) {
      return false;
    }
    Argon2 stored =
        new Argon2(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
    if (!stored.isPossible()) {
      return false;
    }
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    return MessageDigest.isEqual(expected, stored.compute(password, salt, expected.length));
  }

  /** Whether it was made otherwise than it would be made now. */
  boolean isOutdated(String hash) {
    return !hash.startsWith(prefix());
  }

  private boolean isPossible() {
    return memoryKib >= 8 * lanes
        && memoryKib <= MAX_MEMORY_KIB
        && passes >= 1
        && passes <= MAX_PASSES
        && lanes >= 1
        && lanes <= MAX_LANES;
  }

  private String prefix() {
    return "$argon2id$v=19$m=" + memoryKib + ",t=" + passes + ",p=" + lanes + "$";
  }

  private byte[] compute(char[] password, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    int unused = generator.generateBytes(password, hash);
    return hash;
  }
}
