// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.normal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Folds one code point to the characters that stand for it; a table, built once. */
final class Folding {
  private static final String DROPPED = "";
  private static final Map<Integer, String> TABLE = new HashMap<>();
  private static final char[] DIRECT = new char[0x0700];

  static {
    for (int[] range :
        new int[][] {
          {0x00A0, 0x024F}, {0x0300, 0x036F}, {0x0600, 0x06FF}, {0x1E00, 0x1EFF}, {0x2000, 0x206F},
          {0x2100, 0x214F}, {0x2460, 0x24FF}, {0xFB50, 0xFDFF}, {0xFE70, 0xFEFF}, {0xFF00, 0xFFEF},
          {0x1D400, 0x1D7FF}, {0x1F130, 0x1F189}
        }) {
      for (int c = range[0]; c <= range[1]; c++) {
        TABLE.put(c, decomposed(c));
      }
    }
    map("ٱ", "ا");
    map("ى", "ي");
    map("ی", "ي");
    map("ې", "ي");
    map("ة", "ه");
    map("ہ", "ه");
    map("ھ", "ه");
    map("ک", "ك");
    map("گ", "ك");
    map("ڭ", "ك");
    map("ڤ", "ف");
    map("ڨ", "ق");
    map("پ", "ب");
    map("\u0640", DROPPED);
    map("“", "\"");
    map("”", "\"");
    map("„", "\"");
    map("«", "\"");
    map("»", "\"");
    map("‹", "\"");
    map("›", "\"");
    map("’", "'");
    map("‘", "'");
    map("`", "'");
    map("´", "'");
    map("–", "-");
    map("—", "-");
    map("؟", "?");
    map("،", ",");
    map("؛", ";");
    map("œ", "oe");
    map("æ", "ae");
    map("ß", "ss");
    map("ø", "o");
    map("ł", "l");
    map("ı", "i");
    for (int c = 0; c < DIRECT.length; c++) {
      String folded = TABLE.getOrDefault(c, Character.toString(Character.toLowerCase(c)));
      DIRECT[c] = folded.length() == 1 ? folded.charAt(0) : 0;
    }
  }

  private Folding() {}

  private static void map(String from, String to) {
    TABLE.put(from.codePointAt(0), to);
  }

  private static String decomposed(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return DROPPED;
    }
    String wide = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder();
    wide.codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(Character::toLowerCase)
        .map(c -> c >= 0x0660 && c <= 0x0669 ? '0' + c - 0x0660 : c)
        .map(c -> c >= 0x06F0 && c <= 0x06F9 ? '0' + c - 0x06F0 : c)
        .map(c -> c == 'ى' ? 'ي' : c == 'ة' ? 'ه' : c)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** The single character that {@code c} folds to, or 0 where {@link #folded} must be asked. */
  static char direct(char c) {
    return c < DIRECT.length ? DIRECT[c] : 0;
  }

  /** What a code point folds to: nothing, one character or several. */
  static String folded(int codePoint) {
    String known = TABLE.get(codePoint);
    if (known != null) {
      return known;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return DROPPED;
    }
    return Character.toString(Character.toLowerCase(codePoint));
  }

  /** The Latin letter that a Greek or Cyrillic one is mistaken for, or the character itself. */
  static char lookAlike(char c) {
    int at = "аеорсухіјѕԁһԛѡвкмтнαοιρυνκτε".indexOf(c);
    return at < 0 ? c : "aeopcyxijsdhqwbkmthaoipuvkte".charAt(at);
  }
}
