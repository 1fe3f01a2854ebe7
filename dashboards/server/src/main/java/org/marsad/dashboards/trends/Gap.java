// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.SourceGap;

/**
 * Days of which a source is missing, with its name.
 *
 * @param perDay documents that it brings as a rule; absent where fewer than five people wrote them
 */
record Gap(
    String source, String sourceName, LocalDate from, LocalDate to, @Nullable Double perDay) {
  static Gap of(SourceGap gap, Outlets outlets) {
    return new Gap(
        gap.sourceId(), outlets.name(gap.sourceId()), gap.from(), gap.to(), gap.perDay());
  }
}
