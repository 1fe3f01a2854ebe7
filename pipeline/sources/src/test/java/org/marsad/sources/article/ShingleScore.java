// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The measure of the article extraction benchmark: shingles of four {@code \w+} tokens as
 * multisets; precision and recall of each page, averaged over the pages; F1 of the two averages.
 */
final class ShingleScore {
  private static final int TOKENS = 4;
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private double precisions;
  private double recalls;
  private int pages;

  /** What the truth and a finding have in common, and what only one of them has. */
  record Overlap(int common, int onlyFound, int onlyTrue) {
    double precision() {
      return share(onlyFound);
    }

    double recall() {
      return share(onlyTrue);
    }

    private double share(int missed) {
      return onlyFound + onlyTrue == 0 ? 1 : common == 0 ? 0 : (double) common / (common + missed);
    }
  }

  Overlap add(String truth, String found) {
    Overlap overlap = compare(truth, found);
    precisions += overlap.precision();
    recalls += overlap.recall();
    pages++;
    return overlap;
  }

  double precision() {
    return precisions / pages;
  }

  double recall() {
    return recalls / pages;
  }

  double f1() {
    return 2 * precision() * recall() / (precision() + recall());
  }

  private static Overlap compare(String truth, String found) {
    Map<List<String>, Integer> expected = shingles(truth);
    Map<List<String>, Integer> actual = shingles(found);
    int common = 0;
    for (Map.Entry<List<String>, Integer> shingle : expected.entrySet()) {
      common += Math.min(shingle.getValue(), actual.getOrDefault(shingle.getKey(), 0));
    }
    return new Overlap(common, total(actual) - common, total(expected) - common);
  }

  private static int total(Map<List<String>, Integer> shingles) {
    return shingles.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<List<String>, Integer> shingles(String text) {
    List<String> words = new ArrayList<>();
    WORD.matcher(text).results().forEach(word -> words.add(word.group()));
    Map<List<String>, Integer> shingles = new HashMap<>();
    int last = Math.max(0, words.size() - TOKENS);
    for (int i = 0; i <= last && !words.isEmpty(); i++) {
      List<String> shingle = words.subList(i, Math.min(words.size(), i + TOKENS));
      shingles.merge(List.copyOf(shingle), 1, Integer::sum);
    }
    return shingles;
  }
}
