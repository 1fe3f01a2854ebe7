@NullMarked
package org.marsad.job.polling;

import org.jspecify.annotations.NullMarked;
