// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The networks. Each has a package with a {@link org.marsad.sources.network.Fetcher}, which the
 * polling source runs step by step, and a line in {@link
 * org.marsad.sources.network.registry.Networks}.
 *
 * <p>Names of authors end here: what leaves a fetcher holds pseudonyms only.
 */
@NullMarked
package org.marsad.sources.network;

import org.jspecify.annotations.NullMarked;
