// SPDX-License-Identifier: AGPL-3.0-or-later
/** Text in, assessment out: the public face of the classifiers. */
@NullMarked
package org.marsad.classifiers;

import org.jspecify.annotations.NullMarked;
