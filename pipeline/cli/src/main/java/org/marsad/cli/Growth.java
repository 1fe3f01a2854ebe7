// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether something keeps growing. The first third of what was measured is warm-up; the median of
 * the last third is held against that of the second, so that a peak decides nothing.
 *
 * @param key by which programs know it, {@code name} by which people do
 * @param share of the second third by which it may grow
 * @param slack by which it may grow in any case, in the unit of what is measured
 */
record Growth(String key, String name, double share, long slack, List<Long> measured) {
  private static final int THIRDS = 3;

  Growth(String key, String name, double share, long slack) {
    this(key, name, share, slack, new ArrayList<>());
  }

  void add(long value) {
    measured.add(value);
  }

  long first() {
    return median(measured.size() / THIRDS, 2 * measured.size() / THIRDS);
  }

  long last() {
    return median(2 * measured.size() / THIRDS, measured.size());
  }

  long most() {
    return measured.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  boolean isFlat() {
    return last() - first() <= Math.max(slack, Math.round(first() * share));
  }

  private long median(int from, int to) {
    List<Long> sorted = measured.subList(from, to).stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }
}
