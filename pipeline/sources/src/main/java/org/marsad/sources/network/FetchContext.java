// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import java.time.Clock;
import java.time.Duration;
import org.marsad.model.Pseudonyms;
import org.marsad.sources.http.PoliteClient;

/**
 * What every fetcher is given.
 *
 * @param client shared by all, for its limiter
 * @param minDelay between two requests to one registrable domain
 */
public record FetchContext(
    PoliteClient client,
    Pseudonyms pseudonyms,
    Keys keys,
    Clock clock,
    Duration minDelay,
    String userAgent) {}
