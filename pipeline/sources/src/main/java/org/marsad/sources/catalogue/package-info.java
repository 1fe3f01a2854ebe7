/**
 * The outlets that Marsad follows, as {@code outlets.yaml} lists them: who they are, which feeds
 * they publish, and who has refused us.
 */
@NullMarked
package org.marsad.sources.catalogue;

import org.jspecify.annotations.NullMarked;
