// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little that a template needs. */
final class Html {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Puts the values, which are HTML already, in the places {@code {{name}}}. */
  static String fill(String template, Map<String, String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalStateException("no value for " + place.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }

  /** Characters that the charset lacks, such as emojis in windows-1256, become references. */
  static byte[] encode(String html, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    ByteArrayOutputStream out = new ByteArrayOutputStream(html.length() * 2);
    html.codePoints()
        .forEach(
            point -> {
              String character = Character.toString(point);
              boolean fits = encoder.canEncode(character);
              out.writeBytes((fits ? character : "&#" + point + ";").getBytes(charset));
            });
    return out.toByteArray();
  }
}
