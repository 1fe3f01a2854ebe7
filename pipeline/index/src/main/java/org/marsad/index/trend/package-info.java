// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Trends that say how sure they are: counts by period beside what was captured, hostile shares
 * corrected for the known errors of the models, what differs between series, and what carries the
 * change between two ranges of days. No figure tells what one to four people wrote ({@link
 * org.marsad.index.query.SmallCells}).
 */
@NullMarked
package org.marsad.index.trend;

import org.jspecify.annotations.NullMarked;
