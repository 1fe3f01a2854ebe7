// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What changed between two texts, word by word: {@code [-gone-]} and {@code {+new+}}, with some of
 * the words around. By the longest common subsequence; of texts too long for that, where they first
 * and last differ.
 */
final class WordDiff {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int CONTEXT = 6;

  /** Of the table of the longest common subsequence: 64 MB of memory. */
  private static final long LARGEST_TABLE = 16_000_000;

  private final List<String> parts = new ArrayList<>();
  private final List<String> same = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();
  private final List<String> added = new ArrayList<>();

  private WordDiff() {}

  static String of(String former, String later) {
    return new WordDiff().compare(words(former), words(later));
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(SPACE.split(text.strip()));
  }

  private String compare(List<String> former, List<String> later) {
    int start = 0;
    int shorter = Math.min(former.size(), later.size());
    while (start < shorter && former.get(start).equals(later.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && former.get(former.size() - 1 - end).equals(later.get(later.size() - 1 - end))) {
      end++;
    }
    same.addAll(former.subList(0, start));
    middle(former.subList(start, former.size() - end), later.subList(start, later.size() - end));
    flushChange();
    same.addAll(former.subList(former.size() - end, former.size()));
    flushSame(true);
    return String.join(" ", parts);
  }

  private void middle(List<String> former, List<String> later) {
    if ((long) former.size() * later.size() > LARGEST_TABLE) {
      gone.addAll(former);
      added.addAll(later);
      return;
    }
    int[][] common = common(former, later);
    int i = 0;
    int j = 0;
    while (i < former.size() || j < later.size()) {
      if (i < former.size() && j < later.size() && former.get(i).equals(later.get(j))) {
        flushChange();
        same.add(former.get(i++));
        j++;
      } else if (j == later.size() || (i < former.size() && common[i + 1][j] >= common[i][j + 1])) {
        flushSame(false);
        gone.add(former.get(i++));
      } else {
        flushSame(false);
        added.add(later.get(j++));
      }
    }
  }

  /** How many words the ends of the two have in common, from each pair of places on. */
  private static int[][] common(List<String> former, List<String> later) {
    int[][] common = new int[former.size() + 1][later.size() + 1];
    for (int i = former.size() - 1; i >= 0; i--) {
      for (int j = later.size() - 1; j >= 0; j--) {
        common[i][j] =
            former.get(i).equals(later.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private void flushChange() {
    if (gone.isEmpty() && added.isEmpty()) {
      return;
    }
    flushSame(false);
    if (!gone.isEmpty()) {
      parts.add("[-" + String.join(" ", gone) + "-]");
    }
    if (!added.isEmpty()) {
      parts.add("{+" + String.join(" ", added) + "+}");
    }
    gone.clear();
    added.clear();
  }

  private void flushSame(boolean atEnd) {
    int before = parts.isEmpty() ? 0 : CONTEXT;
    int after = atEnd ? 0 : CONTEXT;
    if (same.size() > before + after) {
      parts.addAll(same.subList(0, before));
      parts.add("…");
      parts.addAll(same.subList(same.size() - after, same.size()));
    } else {
      parts.addAll(same);
    }
    same.clear();
  }
}
