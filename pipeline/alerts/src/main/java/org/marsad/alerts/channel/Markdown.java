// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text of others in Mattermost's Markdown: it neither formats anything nor calls anybody. */
final class Markdown {
  private static final String SPECIAL = "\\`*_{}[]()#+-.!|~>";

  /** Links are found before escapes are read, so that an escape would become part of the link. */
  private static final Pattern PIECE = Pattern.compile("https?://[^\\s<>]+|.", Pattern.DOTALL);

  /** Between @ and a name: they look the same, and are no mention. */
  private static final String ZERO_WIDTH_SPACE = "\u200B";

  private Markdown() {}

  /** Escaped, and in this form at most {@code max} characters. */
  static String cut(String text, int max) {
    return Texts.cut(pieces(text), max);
  }

  static String withoutMentions(String text) {
    return text.replace("@", "@" + ZERO_WIDTH_SPACE);
  }

  private static Stream<String> pieces(String text) {
    Matcher matcher = PIECE.matcher(text);
    return matcher.results().map(piece -> escape(piece.group()));
  }

  private static String escape(String piece) {
    if (piece.equals("@")) {
      return withoutMentions(piece);
    }
    return SPECIAL.contains(piece) ? "\\" + piece : piece;
  }
}
