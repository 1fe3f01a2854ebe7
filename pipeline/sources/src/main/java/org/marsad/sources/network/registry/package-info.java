// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Which fetcher reads which network. Apart from what the fetchers themselves stand on, so that no
 * package needs the one that needs it.
 */
@NullMarked
package org.marsad.sources.network.registry;

import org.jspecify.annotations.NullMarked;
