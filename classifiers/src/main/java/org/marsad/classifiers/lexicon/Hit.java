// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.lexicon;

/**
 * A term found at [start, end) of the normalised text.
 *
 * @param wordStart start of the word that the term begins in; before {@code start} where an Arabic
 *     word carries proclitics
 */
public record Hit(int start, int end, int wordStart, Entry entry) {}
