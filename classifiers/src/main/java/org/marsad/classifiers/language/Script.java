// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.language;

import org.marsad.classifiers.normal.NormalText;

/** The writing system that most letters of a stretch of text belong to. */
public enum Script {
  ARABIC,
  LATIN,
  TIFINAGH,
  OTHER,
  NONE;

  /** The script of text[start, end); NONE where there is no letter. */
  public static Script of(NormalText text, int start, int end) {
    int arabic = 0;
    int latin = 0;
    int tifinagh = 0;
    int other = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= 0x00C0 && c <= 0x024F) {
        latin++;
      } else if (c >= 0x0620 && c <= 0x06FF) {
        arabic++;
      } else if (c >= 0x2D30 && c <= 0x2D7F) {
        tifinagh++;
      } else if (Character.isLetter(c)) {
        other++;
      }
    }
    int most = Math.max(Math.max(arabic, latin), Math.max(tifinagh, other));
    if (most == 0) {
      return NONE;
    }
    return most == arabic ? ARABIC : most == latin ? LATIN : most == tifinagh ? TIFINAGH : OTHER;
  }
}
