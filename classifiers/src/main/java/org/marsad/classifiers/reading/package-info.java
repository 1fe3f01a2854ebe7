// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A text read once: normalised, cut into sentences, its terms found, its mentions resolved and its
 * features hashed. Everything that judges stands on this reading, and so does training.
 */
@NullMarked
package org.marsad.classifiers.reading;

import org.jspecify.annotations.NullMarked;
