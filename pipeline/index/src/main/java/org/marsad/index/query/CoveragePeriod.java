// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.LocalDate;
import java.util.Map;

/**
 * What was captured of all that was published in a period, whatever it speaks about, by the rule of
 * {@link SmallCells}.
 *
 * @param start first day of the period, which may lie before the first day asked for
 * @param sources that something was heard of; approximate beyond some thousands
 * @param languages documents by the language of the assessment; {@code und} where there is none
 * @param kinds documents by kind
 */
public record CoveragePeriod(
    LocalDate start,
    Told documents,
    long sources,
    Map<String, Told> languages,
    Map<String, Told> kinds) {}
