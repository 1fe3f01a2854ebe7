// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days of which nothing of a source was captured, though it hardly published nothing.
 *
 * @param from first day of Morocco without any document
 * @param to last such day; the last that was asked for where the gap goes on
 * @param perDay documents that it brought a day before, as a rule; null where it may not be told,
 *     see {@link SmallCells}
 */
public record SourceGap(String sourceId, LocalDate from, LocalDate to, @Nullable Double perDay) {

  /** The same without what would tell how much few people wrote. */
  SourceGap withoutRate() {
    return new SourceGap(sourceId, from, to, null);
  }
}
