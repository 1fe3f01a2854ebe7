// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.normal;

import java.util.Arrays;

/**
 * Folds spelling variants, elongation and obfuscation in one pass over the text and two over the
 * result. Any sequence of UTF-16 code units is accepted, unpaired surrogates included.
 *
 * <p>The step can be undone by offset: each character left knows the span of the original that it
 * stands for. Spans begin and end in the order of the text, lie within it, and split neither a
 * surrogate pair nor a base from the marks on it: what is dropped after a base, be it a mark or
 * elongation, belongs to the base's span, while invisible characters after a word's last mark
 * belong to no span.
 */
public final class Normaliser {
  private static final String SPELLING_SEPARATORS = " .-_*·•,/|~";
  private static final String SYMBOLS_INSIDE_WORDS = "*·•~^|";

  private char[] chars;
  private int[] starts;
  private int[] ends;
  private int length;

  private Normaliser(int capacity) {
    chars = new char[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
  }

  /** The folded text; never longer in time than linear in the text. */
  public static NormalText normalise(CharSequence text) {
    Normaliser normaliser = new Normaliser(text.length() + 16);
    normaliser.fold(text);
    normaliser.shortenElongation();
    normaliser.joinObfuscated();
    return new NormalText(normaliser.chars, normaliser.starts, normaliser.ends, normaliser.length);
  }

  private void fold(CharSequence text) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      char direct = Folding.direct(c);
      if (direct != 0 && !Character.isWhitespace(direct)) {
        append(direct, i, i + 1);
        i++;
        continue;
      }
      int codePoint = Character.codePointAt(text, i);
      int next = i + Character.charCount(codePoint);
      if (codePoint == '\n') {
        appendSpace('\n', i, next);
      } else if (Character.isWhitespace(codePoint)) {
        appendSpace(' ', i, next);
      } else if (Character.getType(codePoint) == Character.SURROGATE) {
        append('\uFFFD', i, next);
      } else {
        String folded = Folding.folded(codePoint);
        if (Folding.isPartOfBase(codePoint)) {
          lengthenBase(next);
        }
        for (int k = 0; k < folded.length(); k++) {
          char part = folded.charAt(k);
          if (part == ' ') {
            appendSpace(' ', i, next);
          } else {
            append(part, i, next);
          }
        }
      }
      i = next;
    }
  }

  /** A base may have been folded to several characters, which share its span. */
  private void lengthenBase(int end) {
    for (int k = length - 1; k >= 0 && starts[k] == starts[length - 1]; k--) {
      ends[k] = end;
    }
  }

  private void appendSpace(char space, int start, int end) {
    if (length > 0 && isSpace(chars[length - 1])) {
      if (space == '\n') {
        chars[length - 1] = '\n';
      }
      ends[length - 1] = end;
    } else {
      append(space, start, end);
    }
  }

  private void append(char c, int start, int end) {
    if (length == chars.length) {
      int capacity = length + length / 2;
      chars = Arrays.copyOf(chars, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
    chars[length] = c;
    starts[length] = start;
    ends[length] = end;
    length++;
  }

  /** Three or more of one letter become one: no language here spells that. */
  private void shortenElongation() {
    int to = 0;
    int i = 0;
    while (i < length) {
      int run = i + 1;
      while (run < length && chars[run] == chars[i]) {
        run++;
      }
      int keep = run - i >= 3 && Letters.isLetter(chars[i]) ? 1 : run - i;
      for (int k = 0; k < keep; k++) {
        move(i + k, to);
        if (keep == 1) {
          ends[to] = ends[run - 1];
        }
        to++;
      }
      i = run;
    }
    length = to;
  }

  private void joinObfuscated() {
    int to = 0;
    int i = 0;
    while (i < length) {
      if (chars[i] == '_') {
        chars[i] = ' ';
      }
      int spelt = speltOutEnd(i);
      if (spelt > i) {
        for (int k = i; k < spelt; k += 2) {
          move(k, to++);
        }
        i = spelt;
      } else if (insideWord(i) && SYMBOLS_INSIDE_WORDS.indexOf(chars[i]) >= 0) {
        i++;
      } else if (to > 0 && isSpace(chars[i]) && isSpace(chars[to - 1])) {
        joinSpaces(i++, to - 1);
      } else {
        move(i, to);
        if (insideWord(i) && (chars[to] == '@' || chars[to] == '$')) {
          chars[to] = chars[to] == '@' ? 'a' : 's';
        } else if (nextToLatin(i)) {
          chars[to] = Folding.lookAlike(chars[to]);
        }
        to++;
        i++;
      }
    }
    length = to;
  }

  /** End of a word spelt out from {@code i} ("n e g r o", "ع.ز.ي"), or {@code i}. */
  private int speltOutEnd(int i) {
    if (!letter(i) || letter(i - 1) || letter(i + 1) || i + 2 >= length) {
      return i;
    }
    char separator = chars[i + 1];
    if (SPELLING_SEPARATORS.indexOf(separator) < 0) {
      return i;
    }
    int letters = 1;
    int end = i + 1;
    while (end < length && chars[end] == separator && letter(end + 1) && !letter(end + 2)) {
      letters++;
      end += 2;
    }
    int enough = separator == ' ' && chars[i] < 0x0250 ? 4 : 3;
    return letters >= enough ? end : i;
  }

  private boolean insideWord(int i) {
    return letter(i - 1) && letter(i + 1);
  }

  private boolean nextToLatin(int i) {
    return chars[i] > 0x0370
        && chars[i] < 0x0530
        && (i > 0 && chars[i - 1] < 0x0250 && Letters.isLetter(chars[i - 1])
            || i + 1 < length && chars[i + 1] < 0x0250 && Letters.isLetter(chars[i + 1]));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n';
  }

  private boolean letter(int i) {
    return i >= 0 && i < length && Letters.isLetter(chars[i]);
  }

  private void joinSpaces(int from, int to) {
    if (chars[from] == '\n') {
      chars[to] = '\n';
    }
    ends[to] = ends[from];
  }

  private void move(int from, int to) {
    chars[to] = chars[from];
    starts[to] = starts[from];
    ends[to] = ends[from];
  }
}
