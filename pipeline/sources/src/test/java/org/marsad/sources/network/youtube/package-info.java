@NullMarked
package org.marsad.sources.network.youtube;

import org.jspecify.annotations.NullMarked;
