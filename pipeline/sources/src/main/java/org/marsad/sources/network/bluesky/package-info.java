// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Bluesky, by Jetstream: a socket that brings all that happens on the network as JSON, of which the
 * posts are kept that speak of the subject. Posts are known by keyed hashes, because their own
 * addresses name their authors.
 */
@NullMarked
package org.marsad.sources.network.bluesky;

import org.jspecify.annotations.NullMarked;
