// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Fetching over HTTP as a guest: robots.txt, one limiter per registrable domain, conditional
 * requests, Retry-After, limits on size and time, and no way into private networks. What comes back
 * is always a {@link org.marsad.sources.http.FetchOutcome}: a fault of the other side is a value,
 * not an exception.
 */
@NullMarked
package org.marsad.sources.http;

import org.jspecify.annotations.NullMarked;
