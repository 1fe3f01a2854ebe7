// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.util.List;
import java.util.stream.LongStream;
import org.marsad.model.Document;
import org.marsad.model.Words;
import org.marsad.model.Words.Word;

/**
 * The runs of three words that a text has, by which near-copies are known (Broder, On the
 * resemblance and containment of documents, 1997). A few hundred texts are compared each with each:
 * that takes a fraction of a second, so no MinHash is needed.
 *
 * @param hashes sorted, each once; none where there are no words
 */
record Shingles(long[] hashes) {
  private static final int LENGTH = 3;

  /** A longer text is known by its beginning. */
  private static final int MOST_WORDS = 2_000;

  /**
   * Of all runs of both texts, how many they share; Broder's clustering of the web took the same.
   */
  private static final double ALIKE = 0.5;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  /** Of the text; of the title where there is no text. */
  static Shingles of(Document document) {
    String title = document.title();
    List<Word> words =
        Words.in(document.text().isBlank() && title != null ? title : document.text());
    int count = Math.min(MOST_WORDS, words.size());
    int length = Math.min(LENGTH, count);
    if (length == 0) {
      return new Shingles(new long[0]);
    }
    return new Shingles(
        LongStream.rangeClosed(0, count - length)
            .map(at -> hash(words.subList((int) at, (int) at + length)))
            .distinct()
            .sorted()
            .toArray());
  }

  private static long hash(List<Word> words) {
    long hash = words.size();
    for (Word word : words) {
      hash = (hash ^ word.folded().hashCode()) * FACTOR;
      hash ^= hash >>> Integer.SIZE;
    }
    return hash;
  }

  boolean isLike(Shingles other) {
    int less = Math.min(hashes.length, other.hashes.length);
    int more = Math.max(hashes.length, other.hashes.length);
    if (less == 0 || less < ALIKE * more) {
      return false;
    }
    int shared = shared(other);
    return shared >= ALIKE * (less + more - shared);
  }

  private int shared(Shingles other) {
    int shared = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < hashes.length && theirs < other.hashes.length) {
      int order = Long.compare(hashes[mine], other.hashes[theirs]);
      shared += order == 0 ? 1 : 0;
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return shared;
  }
}
