// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.model.net.AddressPolicy;

/**
 * One page or feed to ask for.
 *
 * @param etag of the copy already held; sent as If-None-Match
 * @param lastModified of the copy already held; sent as If-Modified-Since
 * @param minDelay between two requests to the registrable domain; a longer Crawl-delay wins
 * @param addresses where the connection may go, redirects included
 */
public record FetchRequest(
    URI uri,
    @Nullable String etag,
    @Nullable String lastModified,
    Duration minDelay,
    AddressPolicy addresses) {

  /** An unconditional request. */
  public static FetchRequest of(URI uri, Duration minDelay, AddressPolicy addresses) {
    return new FetchRequest(uri, null, null, minDelay, addresses);
  }

  /** To send. */
  Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "*/*");
    if (etag != null) {
      headers.put("If-None-Match", etag);
    }
    if (lastModified != null) {
      headers.put("If-Modified-Since", lastModified);
    }
    return headers;
  }
}
