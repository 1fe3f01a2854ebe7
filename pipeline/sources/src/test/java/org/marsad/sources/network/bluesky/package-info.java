@NullMarked
package org.marsad.sources.network.bluesky;

import org.jspecify.annotations.NullMarked;
