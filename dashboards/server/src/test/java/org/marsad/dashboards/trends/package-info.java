// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of trends over half a year. */
@NullMarked
package org.marsad.dashboards.trends;

import org.jspecify.annotations.NullMarked;
