// SPDX-License-Identifier: AGPL-3.0-or-later
/** Finds what a site offers: to follow it by, and of its past. */
@NullMarked
package org.marsad.sources.discovery;

import org.jspecify.annotations.NullMarked;
