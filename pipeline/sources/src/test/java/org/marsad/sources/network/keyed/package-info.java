@NullMarked
package org.marsad.sources.network.keyed;

import org.jspecify.annotations.NullMarked;
