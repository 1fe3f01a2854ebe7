// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Reads a series of counts from rows of text: {@code timestamp,count[,total]}. A row that cannot be
 * taken is named and costs no other row; a gap becomes buckets without data.
 */
@NullMarked
package org.marsad.alerts.series;

import org.jspecify.annotations.NullMarked;
