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

  static final int COUNT = values().length;

  /** The script of text[start, end); NONE where there is no letter. */
  public static Script of(NormalText text, int start, int end) {
    int[] letters = new int[COUNT];
    count(text, start, end, letters);
    return most(letters);
  }

  /** Adds the letters of text[start, end) to the counts by script. */
  static void count(NormalText text, int start, int end, int[] letters) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= 0x00C0 && c <= 0x024F) {
        letters[LATIN.ordinal()]++;
      } else if (c >= 0x0620 && c <= 0x06FF) {
        letters[ARABIC.ordinal()]++;
      } else if (c >= 0x2D30 && c <= 0x2D7F) {
        letters[TIFINAGH.ordinal()]++;
      } else if (Character.isLetter(c)) {
        letters[OTHER.ordinal()]++;
      }
    }
  }

  /** The script with the most letters, the first of equals; NONE where there is no letter. */
  static Script most(int[] letters) {
    Script most = NONE;
    for (Script script : values()) {
      if (letters[script.ordinal()] > letters[most.ordinal()]) {
        most = script;
      }
    }
    return most;
  }
}
