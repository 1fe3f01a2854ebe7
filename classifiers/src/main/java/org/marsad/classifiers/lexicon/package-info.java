// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Terms with a meaning (who is spoken about, frames, cues of voice, places, themes), kept as data
 * files and found in one walk over the normalised text.
 */
@NullMarked
package org.marsad.classifiers.lexicon;

import org.jspecify.annotations.NullMarked;
