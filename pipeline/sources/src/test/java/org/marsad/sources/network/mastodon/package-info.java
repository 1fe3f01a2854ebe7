@NullMarked
package org.marsad.sources.network.mastodon;

import org.jspecify.annotations.NullMarked;
