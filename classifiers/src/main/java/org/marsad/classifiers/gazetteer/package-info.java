// SPDX-License-Identifier: AGPL-3.0-or-later
/** The places that texts name: where they lie, what they are called, how they are spelt. */
@NullMarked
package org.marsad.classifiers.gazetteer;

import org.jspecify.annotations.NullMarked;
