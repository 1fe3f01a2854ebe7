// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

import java.util.Arrays;

/**
 * Features of a text: ascending hashes of {@link FeatureHasher#BITS} bits and how often each
 * occurs.
 */
public final class SparseVector {
  final int[] hashes;
  final int[] counts;
  final int size;

  private SparseVector(int[] hashes, int[] counts, int size) {
    this.hashes = hashes;
    this.counts = counts;
    this.size = size;
  }

  /** Sorts and counts the hashes, in place. */
  static SparseVector of(int[] hashes) {
    Arrays.sort(hashes);
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

  /** Number of distinct features. */
  public int size() {
    return size;
  }

  /** The same vector without working space, to be kept. */
  public SparseVector compact() {
    return new SparseVector(Arrays.copyOf(hashes, size), Arrays.copyOf(counts, size), size);
  }
}
