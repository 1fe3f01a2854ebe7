// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers;

import org.jspecify.annotations.Nullable;

/**
 * A span of the text, [start, end) in UTF-16 code units, that carries the judgement.
 *
 * @param label a {@link Frame} name, or HOSTILE / SUPPORTIVE / REPORT / COUNTER for a whole
 *     sentence
 * @param score 0 to 1
 * @param voice whose words these are; null only in documents that were judged before voices were
 *     told apart
 */
public record Evidence(int start, int end, String label, double score, @Nullable Voice voice) {}
