@NullMarked
package org.marsad.sources.network.x;

import org.jspecify.annotations.NullMarked;
