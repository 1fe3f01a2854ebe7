@NullMarked
package org.marsad.sources.catalogue;

import org.jspecify.annotations.NullMarked;
