// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.normal;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Folds one code point to the characters that stand for it; a table, built once. Nothing stands for
 * marks, for the elongation of Arabic, or for what is not seen: format and control characters.
 */
final class Folding {
  private static final String DROPPED = "";
  private static final int ELONGATION = 0x0640;

  /** Harakat as characters of their own, to be shown without a base; found in old documents. */
  private static final int FIRST_SHOWN_MARK = 0xFE70;

  private static final int LAST_SHOWN_MARK = 0xFE7F;
  private static final Charset WINDOWS = Charset.forName("windows-1252");
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
    TABLE.put(ELONGATION, DROPPED);
    for (int c = FIRST_SHOWN_MARK; c <= LAST_SHOWN_MARK; c++) {
      TABLE.put(c, DROPPED);
    }
    for (String filler : new String[] {"\u115F", "\u1160", "\u3164", "\uFFA0"}) {
      map(filler, DROPPED);
    }
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
    for (int c = 0x80; c < 0xA0; c++) {
      TABLE.put(c, ofWindows(c));
    }
    for (int c = 0; c < DIRECT.length; c++) {
      String folded = folded(c);
      DIRECT[c] = folded.length() == 1 ? folded.charAt(0) : 0;
    }
  }

  private Folding() {}

  private static void map(String from, String to) {
    TABLE.put(from.codePointAt(0), to);
  }

  private static String decomposed(int codePoint) {
    if (isMark(codePoint) || Character.getType(codePoint) == Character.FORMAT) {
      return DROPPED;
    }
    String wide = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder();
    wide.codePoints()
        .filter(c -> !isMark(c))
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
    if (Character.isWhitespace(codePoint)) {
      return Character.toString(codePoint);
    }
    int type = Character.getType(codePoint);
    if (isMark(codePoint) || type == Character.FORMAT || type == Character.CONTROL) {
      return DROPPED;
    }
    return Character.toString(Character.toLowerCase(codePoint));
  }

  /** Whether a code point is dropped as a part of the base before it: a mark or elongation. */
  static boolean isPartOfBase(int codePoint) {
    return isMark(codePoint)
        || codePoint == ELONGATION
        || codePoint >= FIRST_SHOWN_MARK && codePoint <= LAST_SHOWN_MARK;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /**
   * What a control character of Latin-1 stands for: a byte of Windows-1252 that was read wrongly,
   * most often an apostrophe or a quotation mark; nothing for the five bytes that it leaves out.
   */
  private static String ofWindows(int c) {
    String read = new String(new byte[] {(byte) c}, WINDOWS);
    return read.equals("\uFFFD") || Character.isISOControl(read.charAt(0))
        ? DROPPED
        : folded(read.codePointAt(0));
  }

  /** The Latin letter that a Greek or Cyrillic one is mistaken for, or the character itself. */
  static char lookAlike(char c) {
    int at = "аеорсухіјѕԁһԛѡвкмтнαοιρυνκτε".indexOf(c);
    return at < 0 ? c : "aeopcyxijsdhqwbkmthaoipuvkte".charAt(at);
  }
}
