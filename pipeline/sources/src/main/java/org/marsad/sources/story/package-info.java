// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Which articles tell one story. A text is folded to words, its runs of words to a small sketch,
 * and two sketches say how much of one text is in the other; what a text and its translation have
 * in common are numbers, places and names. None of it knows Flink: whoever calls brings the memory.
 *
 * <p>The traps: two bulletins of one template share most of their words and are two stories; the
 * first paragraphs of an article are its copy, though they are a tenth of it; Arabic writes one
 * word in many ways; a box of related links is in every page of an outlet.
 */
@NullMarked
package org.marsad.sources.story;

import org.jspecify.annotations.NullMarked;
