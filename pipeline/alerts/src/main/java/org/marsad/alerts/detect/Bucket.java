// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in one closed day or hour.
 *
 * @param start when it began, by the clock of the place, which is what people's habits follow
 * @param count how many documents matched, 0 or more; null is "no data": nobody can tell
 * @param total how many documents the count is a part of, at least the count; null if unknown
 */
public record Bucket(LocalDateTime start, @Nullable Long count, @Nullable Long total) {
  /** Beyond it, neither doubles nor anybody's documents are exact. */
  public static final long MOST = 1_000_000_000_000L;

  /**
   * @throws IllegalArgumentException if a number is negative or above {@link #MOST}, or the count
   *     above the total
   */
  public Bucket {
    if (count != null && (count < 0 || count > MOST)) {
      throw new IllegalArgumentException("a count lies between 0 and " + MOST + ", not " + count);
    }
    if (total != null && (total < 0 || total > MOST)) {
      throw new IllegalArgumentException("a total lies between 0 and " + MOST + ", not " + total);
    }
    if (count != null && total != null && count > total) {
      throw new IllegalArgumentException("the count " + count + " is above its total " + total);
    }
  }

  /** A bucket whose source was down, which is not the same as 0. */
  public static Bucket noData(LocalDateTime start) {
    return new Bucket(start, null, null);
  }
}
