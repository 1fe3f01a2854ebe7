@NullMarked
package org.marsad.sources.network.reddit;

import org.jspecify.annotations.NullMarked;
