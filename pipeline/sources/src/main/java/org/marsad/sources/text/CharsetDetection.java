// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a page to characters. In this order: byte order mark; UTF-8 where the bytes are valid as
 * such, whatever they are declared to be; the declaration of the header, then of the page;
 * statistics over what a reader would see. The last works only without markup: scripts and tags
 * drown an Arabic page in Latin letters.
 */
public final class CharsetDetection {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** The HTML standard looks for a declaration in the first 1,024 bytes; pages are less tidy. */
  private static final int DECLARATION_WITHIN = 8192;

  private static final Pattern DECLARED =
      Pattern.compile(
          "charset\\s*=\\s*[\"']?\\s*([a-z0-9][a-z0-9_:.-]*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern META =
      Pattern.compile(
          "<(?:meta|\\?xml)[^>]{0,500}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-z0-9][a-z0-9_:.-]*)",
          Pattern.CASE_INSENSITIVE);

  private CharsetDetection() {}

  /**
   * @param text the characters, without byte order mark
   * @param charset its IANA name
   */
  public record Decoded(String text, String charset) {}

  /**
   * @param contentType the Content-Type header, where there is one
   */
  public static Decoded decode(byte[] bytes, @Nullable String contentType) {
    Charset marked = byteOrderMark(bytes);
    if (marked != null) {
      String text = new String(bytes, marked);
      return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, marked.name());
    }
    String utf8 = validUtf8(bytes);
    if (utf8 != null) {
      return new Decoded(utf8, StandardCharsets.UTF_8.name());
    }
    Charset charset = declared(bytes, contentType);
    if (charset == null || charset.equals(StandardCharsets.UTF_8)) {
      charset = mostlyUtf8(bytes) ? StandardCharsets.UTF_8 : detected(bytes);
    }
    return new Decoded(new String(bytes, charset), charset.name());
  }

  private static @Nullable Charset byteOrderMark(byte[] bytes) {
    if (bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    return null;
  }

  private static @Nullable String validUtf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** A UTF-8 page with a few broken bytes (a cut, a foreign quotation) is still UTF-8. */
  private static boolean mostlyUtf8(byte[] bytes) {
    CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
    long broken = decoded.chars().filter(c -> c == '\uFFFD').count();
    long sound = decoded.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
    return sound > 20 * broken;
  }

  private static @Nullable Charset declared(byte[] bytes, @Nullable String contentType) {
    Charset inHeader = contentType == null ? null : named(DECLARED.matcher(contentType));
    if (inHeader != null) {
      return inHeader;
    }
    int length = Math.min(bytes.length, DECLARATION_WITHIN);
    return named(META.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1)));
  }

  private static @Nullable Charset named(Matcher declaration) {
    if (!declaration.find()) {
      return null;
    }
    String name = declaration.group(1).toLowerCase(Locale.ROOT);
    // The WHATWG Encoding Standard reads these labels so, because pages mean it so.
    if (name.equals("iso-8859-1") || name.equals("latin1") || name.equals("us-ascii")) {
      return WINDOWS_1252;
    }
    return supported(name);
  }

  private static Charset detected(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(visible(bytes));
    for (CharsetMatch match : detector.detectAll()) {
      Charset charset = supported(match.getName());
      if (charset != null) {
        return charset;
      }
    }
    return WINDOWS_1252;
  }

  /** What a reader would see, still in the page's own bytes. */
  private static byte[] visible(byte[] bytes) {
    // ISO-8859-1 maps bytes to characters one to one, and back.
    String text = Jsoup.parse(new String(bytes, StandardCharsets.ISO_8859_1)).text();
    StringBuilder own = new StringBuilder(text.length());
    // Beyond it lie characters written as entities, which say nothing of the encoding.
    text.chars().filter(c -> c <= 0xFF).forEach(c -> own.append((char) c));
    return own.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static @Nullable Charset supported(String name) {
    try {
      return Charset.isSupported(name) ? Charset.forName(name) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
