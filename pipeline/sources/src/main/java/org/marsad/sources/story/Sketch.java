// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.Arrays;
import java.util.List;

/**
 * The least hashes of a text's shingles, its runs of words: MinHash by one hash function, which
 * unlike signatures by many estimates containment too (Broder, On the resemblance and containment
 * of documents, 1997; Bar-Yossef and others, Counting distinct elements in a data stream, 2002).
 * All shingles of a short text are in it, so that its figures then are exact.
 *
 * @param shingles how many different ones the text has
 * @param least at most {@value #SIZE} of their hashes, ascending, none negative
 */
public record Sketch(int shingles, int[] least) {
  /** Standard error of an estimate of 0.5: 4 percentage points. */
  static final int SIZE = 128;

  /** Words in a shingle. Longer ones lose too much to each changed word. */
  static final int LENGTH = 3;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  static Sketch of(List<String> words) {
    int length = Math.min(LENGTH, words.size());
    if (length == 0) {
      return new Sketch(0, new int[0]);
    }
    int[] hashes = new int[words.size() - length + 1];
    for (int at = 0; at < hashes.length; at++) {
      hashes[at] = hash(words, at, length);
    }
    Arrays.sort(hashes);
    int different = 0;
    for (int hash : hashes) {
      if (different == 0 || hashes[different - 1] != hash) {
        hashes[different++] = hash;
      }
    }
    return new Sketch(different, Arrays.copyOf(hashes, Math.min(SIZE, different)));
  }

  private static int hash(List<String> words, int from, int length) {
    long hash = length;
    for (int at = from; at < from + length; at++) {
      hash = (hash ^ words.get(at).hashCode()) * FACTOR;
      hash ^= hash >>> Integer.SIZE;
    }
    return (int) (mixed(hash) >>> (Integer.SIZE + 1));
  }

  /** The finaliser of MurmurHash3, without which the least hashes are not a fair sample. */
  static long mixed(long hash) {
    long mixed = hash;
    mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }

  /** How much the two have in common. */
  Overlap overlap(Sketch other) {
    int limit = Math.min(reach(), other.reach());
    int mine = upTo(limit);
    int theirs = other.upTo(limit);
    int shared = shared(other, limit);
    int either = mine + theirs - shared;
    int smaller = shingles <= other.shingles ? mine : theirs;
    return new Overlap(
        either == 0 ? 0 : (double) shared / either,
        smaller == 0 ? 0 : (double) shared / smaller,
        Math.min(shingles, other.shingles));
  }

  /** Up to which hash all of the text's are here. */
  private int reach() {
    return shingles > least.length ? least[least.length - 1] : Integer.MAX_VALUE;
  }

  private int upTo(int limit) {
    int at = Arrays.binarySearch(least, limit);
    return at >= 0 ? at + 1 : -at - 1;
  }

  private int shared(Sketch other, int limit) {
    int shared = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < least.length
        && theirs < other.least.length
        && least[mine] <= limit
        && other.least[theirs] <= limit) {
      int order = Integer.compare(least[mine], other.least[theirs]);
      shared += order == 0 ? 1 : 0;
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  /**
   * What two texts share.
   *
   * @param jaccard of all shingles of both, the part that both have, 0 to 1
   * @param containment of the smaller one's shingles, the part that the other has, 0 to 1
   * @param smaller how many shingles the smaller one has
   */
  record Overlap(double jaccard, double containment, int smaller) {}
}
