// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.subscription;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proofs that somebody holds what was sent to the address of a subscription: HMAC-SHA256 (RFC 2104)
 * over purpose and subscription, so that none has to be stored and none serves for anything else.
 */
public final class Tokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_KEY_BYTES = 32;

  /** What a token is good for. */
  public enum Purpose {
    CONFIRM,
    UNSUBSCRIBE,
    /** The secret by which a subscriber's program checks our signatures. */
    WEBHOOK
  }

  private final SecretKeySpec key;

  /**
   * @param key secret; with another one every code that was sent before is void
   * @throws IllegalArgumentException if it is shorter than 32 bytes
   */
  public Tokens(byte[] key) {
    if (key.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException(
          "The key of subscription tokens has "
              + key.length
              + " bytes: give it at least "
              + LEAST_KEY_BYTES
              + " random ones");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** 43 characters that are safe in a URL. */
  public String issue(Purpose purpose, String subscriptionId) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(purpose, subscriptionId));
  }

  /** Takes the same time for every wrong token. */
  public boolean matches(Purpose purpose, String subscriptionId, String token) {
    return MessageDigest.isEqual(
        issue(purpose, subscriptionId).getBytes(StandardCharsets.UTF_8),
        token.getBytes(StandardCharsets.UTF_8));
  }

  /** Subscription and token in one, for a link. */
  public String code(Purpose purpose, String subscriptionId) {
    return subscriptionId + "." + issue(purpose, subscriptionId);
  }

  /**
   * Reads a code.
   *
   * @return the subscription's id; empty where the code is not ours, or was for another purpose
   */
  public Optional<String> read(Purpose purpose, String code) {
    int dot = code.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String id = code.substring(0, dot);
    return matches(purpose, id, code.substring(dot + 1)) ? Optional.of(id) : Optional.empty();
  }

  private byte[] hash(Purpose purpose, String subscriptionId) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((purpose + "\n" + subscriptionId).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
    }
  }
}
