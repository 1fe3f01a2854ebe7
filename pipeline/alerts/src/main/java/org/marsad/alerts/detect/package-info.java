/** Tells a real rise in a series of counts from chance. */
@NullMarked
package org.marsad.alerts.detect;

import org.jspecify.annotations.NullMarked;
