// SPDX-License-Identifier: AGPL-3.0-or-later
/** Time for tests. */
@NullMarked
package org.marsad.sources.time;

import org.jspecify.annotations.NullMarked;
