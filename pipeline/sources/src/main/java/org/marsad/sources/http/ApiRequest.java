// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.model.net.AddressPolicy;

/**
 * A request to an interface that its provider offers to programs: robots.txt, which is for those
 * who wander through pages, is not asked; the limiter and all limits hold.
 *
 * @param headers to send, for example {@code Authorization}; never logged
 * @param form the body of a POST, form-encoded; null for a GET
 * @param minDelay between two requests to the registrable domain
 */
public record ApiRequest(
    URI uri,
    Map<String, String> headers,
    @Nullable String form,
    Duration minDelay,
    AddressPolicy addresses) {

  public ApiRequest {
    headers = Map.copyOf(headers);
  }

  /** Keeps the headers, which may hold a key, out of logs. */
  @Override
  public String toString() {
    return (form == null ? "GET " : "POST ") + uri.getScheme() + "://" + uri.getAuthority();
  }
}
