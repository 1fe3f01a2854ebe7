// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells bytes that are no text at all, whatever they are declared to be. */
public final class BinaryContent {
  private static final List<String> SIGNATURES =
      List.of(
          "%PDF-",
          "\u0089PNG",
          "\u00FF\u00D8\u00FF",
          "GIF8",
          "PK\u0003\u0004",
          "\u001F\u008B",
          "RIFF",
          "OggS",
          "ID3",
          "\u007FELF",
          "MZ\u0090",
          "7z\u00BC\u00AF",
          "BZh",
          "\u00CA\u00FE\u00BA\u00BE",
          "\u0000\u0001\u0000\u0000",
          "wOFF",
          "SQLite format 3");

  private static final Pattern DECLARED =
      Pattern.compile("(?:image|audio|video|font)/.*|application/(?:pdf|zip|octet-stream)\\b.*");

  private static final int SAMPLE = 64 * 1024;

  private BinaryContent() {}

  /** By signature, and by control characters, which no encoding of text but UTF-16 uses. */
  public static boolean is(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
      return false;
    }
    if (SIGNATURES.stream().anyMatch(start::startsWith)) {
      return true;
    }
    int length = Math.min(bytes.length, SAMPLE);
    int control = 0;
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        control++;
      }
    }
    return control * 50L > length;
  }

  /** Likewise, and by a Content-Type header that says so. */
  static boolean is(byte[] bytes, @Nullable String contentType) {
    return (contentType != null
            && DECLARED.matcher(contentType.strip().toLowerCase(Locale.ROOT)).matches())
        || is(bytes);
  }
}
