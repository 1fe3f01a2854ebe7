// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The outlets that Marsad follows, as {@code outlets.yaml} lists them: who they are, which feeds
 * they publish, and who has refused us; and the networks, as {@code networks.yaml} lists them:
 * which of their streams are followed, and the words that choose from them.
 */
@NullMarked
package org.marsad.sources.catalogue;

import org.jspecify.annotations.NullMarked;
