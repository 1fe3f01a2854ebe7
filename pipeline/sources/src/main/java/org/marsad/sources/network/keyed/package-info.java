// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the networks have in common that want a key and count what they are asked for. */
@NullMarked
package org.marsad.sources.network.keyed;

import org.jspecify.annotations.NullMarked;
