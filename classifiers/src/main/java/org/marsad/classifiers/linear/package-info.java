// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Hashed n-gram features and the quantised linear models that score them. A text is hashed once and
 * every model reads the same vector.
 */
@NullMarked
package org.marsad.classifiers.linear;

import org.jspecify.annotations.NullMarked;
