// SPDX-License-Identifier: AGPL-3.0-or-later
/** Which language and script a sentence is in. */
@NullMarked
package org.marsad.classifiers.language;

import org.jspecify.annotations.NullMarked;
