/** What the networks have in common that want a key and count what they are asked for. */
@NullMarked
package org.marsad.sources.network.keyed;

import org.jspecify.annotations.NullMarked;
