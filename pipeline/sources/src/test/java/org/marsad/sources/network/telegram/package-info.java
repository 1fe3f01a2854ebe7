@NullMarked
package org.marsad.sources.network.telegram;

import org.jspecify.annotations.NullMarked;
