// SPDX-License-Identifier: AGPL-3.0-or-later
/** How things stand. */
@NullMarked
package org.marsad.dashboards.status;

import org.jspecify.annotations.NullMarked;
