// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a private author into a pseudonym: HMAC-SHA-256 of {@code network:id} under a key that is
 * kept outside the index, so that the index alone can neither name an author nor confirm a guess.
 */
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param key at least 16 random bytes
   */
  public Pseudonyms(byte[] key) {
    if (key.length < 16) {
      throw new IllegalArgumentException(
          "the pseudonym key has " + key.length + " bytes; it needs at least 16 random ones");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  public String of(String network, String authorId) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digest = mac.doFinal((network + ":" + authorId).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
