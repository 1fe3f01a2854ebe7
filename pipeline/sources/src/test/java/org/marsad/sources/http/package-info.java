@NullMarked
package org.marsad.sources.http;

import org.jspecify.annotations.NullMarked;
