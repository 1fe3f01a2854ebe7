// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import org.marsad.model.SourceHealth;

/**
 * How a feed is doing, as far as it may be told.
 *
 * @param withheld whether the figures of what it brings are left out, since they would tell how
 *     much fewer than five people write
 */
public record FollowedFeed(SourceHealth health, boolean withheld) {}
