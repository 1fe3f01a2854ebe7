// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.youtube;

import org.jspecify.annotations.Nullable;

/**
 * A comment that was taken.
 *
 * @param updated as the network writes it
 * @param video null for a comment on a channel itself
 * @param replies how many it had; always 0 for a reply
 */
record KnownComment(String updated, @Nullable String video, int replies) {}
