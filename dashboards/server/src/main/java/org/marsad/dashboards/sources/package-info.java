// SPDX-License-Identifier: AGPL-3.0-or-later
/** The outlets and how their feeds do. */
@NullMarked
package org.marsad.dashboards.sources;

import org.jspecify.annotations.NullMarked;
