@NullMarked
package org.marsad.sources.archive;

import org.jspecify.annotations.NullMarked;
