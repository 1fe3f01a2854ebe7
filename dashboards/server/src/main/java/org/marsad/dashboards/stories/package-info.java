// SPDX-License-Identifier: AGPL-3.0-or-later
/** Stories that several outlets tell. */
@NullMarked
package org.marsad.dashboards.stories;

import org.jspecify.annotations.NullMarked;
