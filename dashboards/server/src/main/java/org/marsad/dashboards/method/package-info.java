// SPDX-License-Identifier: AGPL-3.0-or-later
/** How the judgements come about, and what was measured of them. */
@NullMarked
package org.marsad.dashboards.method;

import org.jspecify.annotations.NullMarked;
