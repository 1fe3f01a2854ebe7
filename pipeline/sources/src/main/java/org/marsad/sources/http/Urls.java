// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.nio.charset.StandardCharsets;

/** URLs as they are written, which is not always as RFC 3986 asks. */
public final class Urls {
  private Urls() {}

  /**
   * Percent-encodes what no URI may hold (spaces, quotes, letters outside ASCII) and leaves the
   * rest, existing escapes included, as it is.
   */
  public static String encode(String url) {
    StringBuilder encoded = new StringBuilder(url.length());
    String trimmed = url.strip();
    for (int i = 0; i < trimmed.length(); ) {
      int character = trimmed.codePointAt(i);
      int length = Character.charCount(character);
      if (needsEscape(character) || (character == '%' && !isEscape(trimmed, i))) {
        for (byte octet : trimmed.substring(i, i + length).getBytes(StandardCharsets.UTF_8)) {
          encoded.append(String.format("%%%02X", octet));
        }
      } else {
        encoded.appendCodePoint(character);
      }
      i += length;
    }
    return encoded.toString();
  }

  private static boolean needsEscape(int character) {
    return character <= ' ' || character >= 0x7F || "\"<>\\^`{|}".indexOf(character) >= 0;
  }

  private static boolean isEscape(String url, int at) {
    return at + 2 < url.length()
        && Character.digit(url.charAt(at + 1), 16) >= 0
        && Character.digit(url.charAt(at + 2), 16) >= 0;
  }
}
