@NullMarked
package org.marsad.sources.network;

import org.jspecify.annotations.NullMarked;
