// SPDX-License-Identifier: AGPL-3.0-or-later
/** What is said of which place, for the map. */
@NullMarked
package org.marsad.dashboards.places;

import org.jspecify.annotations.NullMarked;
