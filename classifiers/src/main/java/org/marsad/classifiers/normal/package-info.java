// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Text as the classifiers read it: one folding step whose every character remembers where it came
 * from. Traps: ة is folded to ه and ى to ي, three or more of one letter become one, and a word
 * spelt out letter by letter is joined.
 */
@NullMarked
package org.marsad.classifiers.normal;

import org.jspecify.annotations.NullMarked;
