// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * From a reading to an assessment: relevance first, then, only for relevant texts, stance,
 * intensity, frames, themes, places and evidence.
 */
@NullMarked
package org.marsad.classifiers.judge;

import org.jspecify.annotations.NullMarked;
