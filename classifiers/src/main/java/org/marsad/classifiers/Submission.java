// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

import org.jspecify.annotations.Nullable;

/**
 * A text to be judged.
 *
 * @param text the body; offsets in the assessment count its UTF-16 code units
 * @param title the headline, where there is one
 */
public record Submission(String text, @Nullable String title, TextKind kind) {}
