// SPDX-License-Identifier: AGPL-3.0-or-later
/** What was said over time, beside what was captured at all. */
@NullMarked
package org.marsad.dashboards.trends;

import org.jspecify.annotations.NullMarked;
