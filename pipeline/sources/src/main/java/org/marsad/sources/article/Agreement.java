// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far two extractors found the same text. */
final class Agreement {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Agreement() {}

  /** The share of a text's word pairs that another holds too: 0 to 1; 0 for an empty text. */
  static double contained(String text, String in) {
    Set<String> own = pairs(text);
    if (own.isEmpty()) {
      return 0;
    }
    int size = own.size();
    own.retainAll(pairs(in));
    return (double) own.size() / size;
  }

  /** Dice coefficient of the word pairs. */
  static double between(String a, String b) {
    Set<String> common = pairs(a);
    Set<String> other = pairs(b);
    int sizes = common.size() + other.size();
    common.retainAll(other);
    return sizes == 0 ? 0 : 2.0 * common.size() / sizes;
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    Matcher words = WORD.matcher(text);
    String last = "";
    while (words.find()) {
      pairs.add(last + ' ' + words.group());
      last = words.group();
    }
    return pairs;
  }
}
