// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a web hook request: {@code t=UNIX_SECONDS,v1=HEX}, where v1 is the HMAC-SHA256
 * (RFC 2104) of t, a full stop and the request's body as it was sent, under the subscription's
 * secret in UTF-8.
 *
 * <p>A receiver takes t from the header, computes the HMAC over the bytes of the body before
 * anything parses them, compares it with v1 in constant time ({@code hmac.compare_digest}, {@code
 * crypto.timingSafeEqual}, {@link java.security.MessageDigest#isEqual}), and refuses a t that is
 * more than five minutes from its own clock, so that a request caught on the way cannot be played
 * again later. A repetition of ours has a new t. Parts with other names than these are to be
 * ignored: a later scheme would be v2.
 */
final class Signature {
  static final String HEADER = "X-Marsad-Signature";
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  static String of(String secret, Instant time, byte[] body) {
    long seconds = time.getEpochSecond();
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
