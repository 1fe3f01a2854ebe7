// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a feed's charset by what its bytes can be, and only then by what it says. Text that is
 * valid UTF-8 and not plain ASCII is practically never anything else, while prologs and headers
 * often name the charset of another decade.
 */
final class FeedDecoder {
  private static final Pattern HEADER_CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PROLOG_ENCODING =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

  /** Not over another tag's start, lest each of a million open ones be looked for to the end. */
  private static final Pattern MARKUP = Pattern.compile("<[^<>]*>");

  private static final int PROLOG_BYTES = 1024;

  private FeedDecoder() {}

  static String decode(byte[] body, @Nullable String contentType) {
    Charset marked = byteOrderMark(body);
    if (marked != null) {
      return withoutMark(new String(body, marked));
    }
    String utf8 = decodeStrictly(body, StandardCharsets.UTF_8);
    if (utf8 != null) {
      return utf8;
    }
    String declared = declared(body, contentType);
    return declared != null ? declared : new String(body, detect(body));
  }

  private static @Nullable String declared(byte[] body, @Nullable String contentType) {
    String prolog =
        new String(body, 0, Math.min(body.length, PROLOG_BYTES), StandardCharsets.ISO_8859_1);
    Charset[] candidates = {
      named(HEADER_CHARSET, contentType == null ? "" : contentType), named(PROLOG_ENCODING, prolog)
    };
    for (Charset candidate : candidates) {
      String text = candidate == null ? null : decodeStrictly(body, candidate);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable Charset named(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    try {
      return matcher.find() ? Charset.forName(matcher.group(1)) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Null where a byte does not fit; an incomplete character at the very end is cut off. */
  private static @Nullable String decodeStrictly(byte[] body, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate((int) (body.length * (double) decoder.maxCharsPerByte()));
    boolean fits = !decoder.decode(ByteBuffer.wrap(body), text, false).isError();
    return fits ? text.flip().toString() : null;
  }

  private static Charset detect(byte[] body) {
    // Tags are ASCII and would outvote a short Arabic text.
    String bare = MARKUP.matcher(new String(body, StandardCharsets.ISO_8859_1)).replaceAll(" ");
    CharsetMatch match =
        new CharsetDetector().setText(bare.getBytes(StandardCharsets.ISO_8859_1)).detect();
    return match != null && Charset.isSupported(match.getName())
        ? Charset.forName(match.getName())
        : StandardCharsets.UTF_8;
  }

  private static @Nullable Charset byteOrderMark(byte[] body) {
    if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(body, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(body, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
  }

  private static boolean startsWith(byte[] body, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (body.length <= i || (body[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
