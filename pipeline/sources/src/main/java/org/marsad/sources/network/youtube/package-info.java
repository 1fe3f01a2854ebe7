// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Comments on YouTube by its Data API v3: of one video, or of all videos of a channel. What was
 * taken lately is asked for again once a day, so that edits and deletions are followed.
 */
@NullMarked
package org.marsad.sources.network.youtube;

import org.jspecify.annotations.NullMarked;
