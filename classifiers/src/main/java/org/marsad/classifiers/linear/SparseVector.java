// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

import java.util.Arrays;

/**
 * Features of a text: ascending hashes of {@link FeatureHasher#BITS} bits and how often each
 * occurs.
 */
public final class SparseVector {
  private static final int HALF_BITS = FeatureHasher.BITS / 2;
  private static final int HALF_MASK = (1 << HALF_BITS) - 1;
  private static final int RADIX_FROM = 200;

  final int[] hashes;
  final int[] counts;
  final int size;

  private SparseVector(int[] hashes, int[] counts, int size) {
    this.hashes = hashes;
    this.counts = counts;
    this.size = size;
  }

  /** Sorts and counts the hashes; the array is used up. */
  static SparseVector of(int[] unsorted) {
    int[] hashes = sorted(unsorted);
    int[] counts = new int[hashes.length];
    int size = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (size > 0 && hashes[size - 1] == hashes[i]) {
        counts[size - 1]++;
      } else {
        hashes[size] = hashes[i];
        counts[size++] = 1;
      }
    }
    return new SparseVector(hashes, counts, size);
  }

  /** By two passes over halves of the bits, which beats comparing as soon as there are a few. */
  private static int[] sorted(int[] hashes) {
    if (hashes.length < RADIX_FROM) {
      Arrays.sort(hashes);
      return hashes;
    }
    int[] byLowHalf = new int[hashes.length];
    distribute(hashes, byLowHalf, 0);
    distribute(byLowHalf, hashes, HALF_BITS);
    return hashes;
  }

  private static void distribute(int[] from, int[] to, int shift) {
    int[] starts = new int[(1 << HALF_BITS) + 1];
    for (int hash : from) {
      starts[(hash >>> shift & HALF_MASK) + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    for (int hash : from) {
      to[starts[hash >>> shift & HALF_MASK]++] = hash;
    }
  }

  /** Number of distinct features. */
  public int size() {
    return size;
  }

  /** The same vector without working space, to be kept. */
  public SparseVector compact() {
    return new SparseVector(Arrays.copyOf(hashes, size), Arrays.copyOf(counts, size), size);
  }
}
