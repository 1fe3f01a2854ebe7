// SPDX-License-Identifier: AGPL-3.0-or-later
/** Mastodon: the timeline of a hashtag, or of an instance, by the instance's own interface. */
@NullMarked
package org.marsad.sources.network.mastodon;

import org.jspecify.annotations.NullMarked;
