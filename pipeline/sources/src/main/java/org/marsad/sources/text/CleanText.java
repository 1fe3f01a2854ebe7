// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.text;

import java.util.regex.Pattern;

/** Makes any string storable: what neither JSON nor UTF-8 can carry goes, white space is evened. */
public final class CleanText {
  private static final Pattern INLINE_SPACE = Pattern.compile("[ \\t\\u00A0]+");
  private static final Pattern AROUND_BREAK = Pattern.compile(" ?\\n ?");
  private static final Pattern MANY_BREAKS = Pattern.compile("\\n{3,}");

  private CleanText() {}

  /** Line breaks become {@code \n}, at most two in a row; runs of spaces become one. */
  public static String of(String text) {
    String sound = withoutUnstorable(text);
    String spaced = INLINE_SPACE.matcher(sound).replaceAll(" ");
    if (spaced.indexOf('\n') < 0) {
      return spaced.strip();
    }
    String lines = AROUND_BREAK.matcher(spaced).replaceAll("\n");
    return MANY_BREAKS.matcher(lines).replaceAll("\n\n").strip();
  }

  /** Of a title or a name: everything on one line. */
  public static String line(String text) {
    return of(text).replaceAll("\\s+", " ");
  }

  /** Drops control characters (NUL first of all) and surrogates without their other half. */
  private static String withoutUnstorable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
          kept.append('\n');
        }
      } else if (Character.isHighSurrogate(c)) {
        if (i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
          kept.append(c).append(text.charAt(++i));
        }
      } else if (!Character.isLowSurrogate(c)
          && (c == '\n' || c == '\t' || !Character.isISOControl(c))
          && c != '\uFEFF') {
        kept.append(c);
      }
    }
    return kept.toString();
  }
}
