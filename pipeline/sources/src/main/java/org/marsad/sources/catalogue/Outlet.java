// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publisher.
 *
 * @param id lower-case letters, digits and hyphens; unique
 * @param languages of {@code ar, ary, fr, es, en}
 * @param region "national", or the region or city that it covers
 * @param minDelay between two requests to its domain; null for the default
 * @param feeds those that are polled
 * @param fictional whether it and all that it publishes were made up for a demonstration
 */
public record Outlet(
    String id,
    String name,
    List<String> languages,
    URI home,
    String region,
    OutletKind kind,
    OutletStatus status,
    @Nullable String note,
    List<Refusal> refusals,
    @Nullable Duration minDelay,
    List<OutletFeed> feeds,
    boolean fictional) {}
