// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Reads RSS and Atom as outlets really serve them. ROME does the grammar, but gives up the whole
 * feed for one stray byte, so a repair layer stands before it: the right charset, the junk before
 * the prolog, characters that XML forbids, prefixes without a namespace, a DOCTYPE, a cut-off end,
 * dates in the outlet's own words.
 */
@NullMarked
package org.marsad.sources.feed;

import org.jspecify.annotations.NullMarked;
