// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.time.LocalDate;

/**
 * What was said on one calendar day of Morocco, by the rule of {@link SmallCells}.
 *
 * @param captured whatever the sources asked for published, see {@link
 *     org.marsad.model.Filters#coverage}
 * @param said what meets the filters
 */
public record TrendDay(LocalDate day, Told captured, StanceCounts said) {}
