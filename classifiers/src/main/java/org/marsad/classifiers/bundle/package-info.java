// SPDX-License-Identifier: AGPL-3.0-or-later
/** Text files that travel with the program. */
@NullMarked
package org.marsad.classifiers.bundle;

import org.jspecify.annotations.NullMarked;
