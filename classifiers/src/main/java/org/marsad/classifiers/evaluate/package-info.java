// SPDX-License-Identifier: AGPL-3.0-or-later
/** Measures an assessor on labelled texts and prints what came of it. */
@NullMarked
package org.marsad.classifiers.evaluate;

import org.jspecify.annotations.NullMarked;
