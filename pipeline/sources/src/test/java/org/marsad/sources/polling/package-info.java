@NullMarked
package org.marsad.sources.polling;

import org.jspecify.annotations.NullMarked;
