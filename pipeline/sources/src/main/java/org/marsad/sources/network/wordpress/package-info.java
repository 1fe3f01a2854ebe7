// SPDX-License-Identifier: AGPL-3.0-or-later
/** The readers' comments of WordPress sites, by the interface that WordPress comes with. */
@NullMarked
package org.marsad.sources.network.wordpress;

import org.jspecify.annotations.NullMarked;
