// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which of the names there are somebody may have meant. */
final class NearNames {
  private static final int MOST = 3;

  /** Two slips, of a hand or of memory. */
  private static final int FARTHEST = 2;

  private NearNames() {}

  /** At most three; none where nothing is near. */
  static List<String> of(String meant, Stream<String> names) {
    String wanted = meant.toLowerCase(Locale.ROOT);
    return names
        .filter(name -> holds(name, wanted) || distance(name, wanted) <= FARTHEST)
        .distinct()
        .sorted(
            Comparator.comparingInt((String name) -> distance(name, wanted))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /** Names of two letters are in too many. */
  private static boolean holds(String name, String wanted) {
    return (wanted.length() > 2 && name.contains(wanted))
        || (name.length() > 2 && wanted.contains(name));
  }

  /** After Levenshtein: letters added, left out or replaced. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
