// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.util.stream.Stream;

/** Fits texts into the limits of the services, which count UTF-16 units. */
final class Texts {
  private static final String ELLIPSIS = "…";

  private Texts() {}

  /** At most {@code max} units; a cut ends with an ellipsis and halves no character. */
  static String cut(String text, int max) {
    return cut(text.codePoints().mapToObj(Character::toString), max);
  }

  /**
   * @param pieces of the text that must not be halved, such as escapes
   */
  static String cut(Stream<String> pieces, int max) {
    StringBuilder text = new StringBuilder();
    int fitting = 0;
    for (String piece : (Iterable<String>) pieces::iterator) {
      text.append(piece);
      if (text.length() > max) {
        return text.substring(0, fitting) + ELLIPSIS;
      }
      if (text.length() < max) {
        fitting = text.length();
      }
    }
    return text.toString();
  }
}
