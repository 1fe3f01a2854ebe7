// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.Told;

/**
 * What was said in a period.
 *
 * @param start its first day, which may lie before the first day asked for
 * @param captured all that was published then by the sources asked for
 * @param sources how many of them were heard
 * @param relevant documents about migrants that meet the filters: the sum of {@code manners}
 * @param stories how many these are where copies count once; null where not asked for, or where it
 *     would tell of few people
 * @param hostileStories the same of the hostile ones
 */
public record TrendPeriod(
    LocalDate start,
    Told captured,
    long sources,
    Told relevant,
    Map<Manner, Told> manners,
    @Nullable Long stories,
    @Nullable Long hostileStories,
    HostileShare share) {}
