// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Deterministic identifiers, which are the {@code _id} in the index: what has a canonical URL is
 * known by it, what has only the source's own identifier by that, and a bare text by itself and,
 * for a comment, its article.
 */
public final class DocumentIds {
  /** 128 bits: enough that a billion documents collide with a probability below 1e-20. */
  private static final int HEX_DIGITS = 32;

  private DocumentIds() {}

  public static String ofUrl(String canonicalUrl) {
    return hash("url", canonicalUrl);
  }

  public static String ofNativeId(String sourceId, String nativeId) {
    return hash("native", sourceId, nativeId);
  }

  public static String ofText(String sourceId, @Nullable String title, String text) {
    return hash("text", sourceId, contentHash(title, text));
  }

  /**
   * Of a comment without an identifier of its own: the same words under two articles are two
   * comments, twice under one they are one.
   *
   * @param articleUrl canonical; null where the article is not known
   */
  public static String ofComment(
      String sourceId, @Nullable String articleUrl, @Nullable String title, String text) {
    return hash(
        "comment", sourceId, articleUrl == null ? "" : articleUrl, contentHash(title, text));
  }

  /** SHA-256 of title and text, as lower-case hexadecimal digits. */
  public static String contentHash(@Nullable String title, String text) {
    return digest(title == null ? "" : title, text);
  }

  private static String hash(String... parts) {
    return digest(parts).substring(0, HEX_DIGITS);
  }

  private static String digest(String... parts) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha256.update(bytes);
        // A separator that UTF-8 never produces, so that ("ab","c") and ("a","bc") differ.
        sha256.update((byte) 0xFF);
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
