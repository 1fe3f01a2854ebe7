// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many documents meet some filters.
 *
 * @param counts by bucket, oldest first; empty with a fault
 * @param fault of the query, in words; null when all is well
 */
record Series(List<Long> counts, @Nullable String fault) {
  static Series of(long[] counts) {
    return new Series(Arrays.stream(counts).boxed().toList(), null);
  }

  static Series faulty(String fault) {
    return new Series(List.of(), fault);
  }
}
