@NullMarked
package org.marsad.sources.feed;

import org.jspecify.annotations.NullMarked;
