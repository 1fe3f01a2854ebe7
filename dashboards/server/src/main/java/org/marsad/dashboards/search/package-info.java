// SPDX-License-Identifier: AGPL-3.0-or-later
/** Finding and counting documents. */
@NullMarked
package org.marsad.dashboards.search;

import org.jspecify.annotations.NullMarked;
