// SPDX-License-Identifier: AGPL-3.0-or-later
/** What is on record of the ends of retention; {@link org.marsad.index.Retention} brings them. */
@NullMarked
package org.marsad.index.retention;

import org.jspecify.annotations.NullMarked;
