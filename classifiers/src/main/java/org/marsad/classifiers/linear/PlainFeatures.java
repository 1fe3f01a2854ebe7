// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a plain text classifier reads: characters 2-5 and words 1-2 of the lower-cased text as it
 * stands, without folding, term lists or marks. The floor that the classifiers are measured
 * against.
 */
public final class PlainFeatures {
  private static final int SHORTEST_GRAM = 2;
  private static final int LONGEST_GRAM = 5;
  private static final int WORD_SEED = 0x2545F491;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern WORD =
      Pattern.compile("\\b\\w\\w+\\b", Pattern.UNICODE_CHARACTER_CLASS);

  private int[] hashes = new int[1024];
  private int size;

  private PlainFeatures() {}

  /** The features of a text. */
  public static SparseVector of(String text) {
    PlainFeatures features = new PlainFeatures();
    features.addAll(SPACES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" "));
    return SparseVector.of(Arrays.copyOf(features.hashes, features.size));
  }

  private void addAll(String text) {
    for (int start = 0; start < text.length(); start++) {
      int hash = 0;
      for (int i = start; i < Math.min(text.length(), start + LONGEST_GRAM); i++) {
        hash = hash * 31 + text.charAt(i);
        if (i - start + 1 >= SHORTEST_GRAM) {
          add(hash);
        }
      }
    }
    String previous = null;
    for (Matcher word = WORD.matcher(text); word.find(); ) {
      add(word.group().hashCode() ^ WORD_SEED);
      if (previous != null) {
        add((previous + ' ' + word.group()).hashCode() ^ WORD_SEED);
      }
      previous = word.group();
    }
  }

  private void add(int hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = FeatureHasher.mix(hash);
  }
}
