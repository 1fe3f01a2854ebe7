// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.youtube;

import org.jspecify.annotations.Nullable;

/**
 * Replies that are still to be read.
 *
 * @param page null for the first
 */
record PendingReplies(String thread, @Nullable String video, @Nullable String page) {}
