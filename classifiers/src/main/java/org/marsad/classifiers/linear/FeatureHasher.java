// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

import java.util.Arrays;
import java.util.List;
import org.marsad.classifiers.normal.Letters;
import org.marsad.classifiers.normal.NormalText;

/**
 * Hashes character n-grams (2-5, within words, word borders marked), words, pairs of words and
 * given marks. One hasher serves one text; it is not thread-safe.
 *
 * <p>Words longer than {@link #LONGEST_WORD} and characters after {@link #LONGEST_TEXT} are not
 * read, so that the vector stays small whatever the text.
 */
public final class FeatureHasher {
  /** Bits of a hash. */
  public static final int BITS = 20;

  /** Characters of a text that are read. */
  public static final int LONGEST_TEXT = 60_000;

  /** Characters of a word that are read. */
  public static final int LONGEST_WORD = 32;

  private static final int LONGEST_GRAM = 5;
  private static final int WORD_SEED = 0x2545F491;
  private static final int PAIR_SEED = 0x7F4A7C15;
  private static final int MARK_SEED = 0x1B873593;
  private static final int BORDER = 0x1;

  private int[] hashes = new int[1024];
  private int size;
  private int previousWord;

  /** Number of hashes so far: a position to slice at. */
  public int position() {
    return size;
  }

  /** Hashes the words of text[start, end). */
  public void addText(NormalText text, int start, int end) {
    int limit = Math.min(end, LONGEST_TEXT);
    previousWord = 0;
    int i = start;
    while (i < limit) {
      char c = text.charAt(i);
      int from = i;
      if (Letters.isLetterOrDigit(c)) {
        while (i < limit && Letters.isLetterOrDigit(text.charAt(i))) {
          i++;
        }
        addWord(text, from, Math.min(i, from + LONGEST_WORD));
      } else if (c == ' ' || c == '\n') {
        i++;
      } else {
        i += Character.isHighSurrogate(c) && i + 1 < limit ? 2 : 1;
        addWhole(text, from, i);
        while (i < limit && text.charAt(i) == c) {
          i++;
        }
      }
    }
  }

  /** Adds a feature that is no part of the text. */
  public void addMark(String mark) {
    add(mix(MARK_SEED ^ mark.hashCode() * 31));
  }

  /** Adds a feature of a mark and a word that it is about. */
  public void addMark(String mark, String word) {
    int hash = WORD_SEED;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x01000193;
    }
    add(mix(MARK_SEED ^ mark.hashCode() * 31 ^ hash * 17));
  }

  /** What was hashed between pairs of positions. */
  public SparseVector vector(List<int[]> slices) {
    return SparseVector.of(chosen(slices));
  }

  /** The features of two texts as if they were one. */
  public static SparseVector joined(
      FeatureHasher first, List<int[]> ofFirst, FeatureHasher second, List<int[]> ofSecond) {
    int[] head = first.chosen(ofFirst);
    int[] tail = second.chosen(ofSecond);
    int[] both = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, both, head.length, tail.length);
    return SparseVector.of(both);
  }

  private int[] chosen(List<int[]> slices) {
    int total = 0;
    for (int[] slice : slices) {
      total += slice[1] - slice[0];
    }
    int[] chosen = new int[total];
    int at = 0;
    for (int[] slice : slices) {
      System.arraycopy(hashes, slice[0], chosen, at, slice[1] - slice[0]);
      at += slice[1] - slice[0];
    }
    return chosen;
  }

  private void addWord(NormalText text, int start, int end) {
    for (int i = start - 1; i <= end; i++) {
      int hash = 0x811C9DC5;
      int last = Math.min(end, i + LONGEST_GRAM - 1);
      for (int k = i; k <= last; k++) {
        int c = k < start || k == end ? BORDER : text.charAt(k);
        hash = (hash ^ c) * 0x01000193;
        if (k > i) {
          add(mix(hash));
        }
      }
    }
    addWhole(text, start, end);
  }

  private void addWhole(NormalText text, int start, int end) {
    int word = WORD_SEED;
    for (int i = start; i < end; i++) {
      word = (word ^ text.charAt(i)) * 0x01000193;
    }
    add(mix(word));
    if (previousWord != 0) {
      add(mix(previousWord * 31 + word ^ PAIR_SEED));
    }
    previousWord = word;
  }

  private void add(int hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash;
  }

  /** Spreads a hash over all bits and keeps {@link #BITS} of them. */
  static int mix(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    h ^= h >>> 16;
    return h >>> 32 - BITS;
  }
}
