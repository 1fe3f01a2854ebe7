/** What every network's fetcher must do, whatever the network. */
@NullMarked
package org.marsad.sources.network;

import org.jspecify.annotations.NullMarked;
