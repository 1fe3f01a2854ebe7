// SPDX-License-Identifier: AGPL-3.0-or-later
/** What carries a rise: sources, terms, targets, frames, places and stories. */
@NullMarked
package org.marsad.alerts.explain;

import org.jspecify.annotations.NullMarked;
