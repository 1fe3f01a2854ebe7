// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The requests to one server. The path of its URL says which version it speaks. */
final class Jetstream {
  private static final String SECOND = "/xrpc/network.bsky.jetstream.subscribeEvents";

  /** The order of version 1 is loose by less; what comes twice is known by the memory. */
  private static final Duration OVERLAP = Duration.ofSeconds(5);

  private final URI url;
  private final String userAgent;
  private final boolean second;
  private @Nullable HttpClient client;

  Jetstream(URI url, String userAgent) {
    this.url = url;
    this.userAgent = userAgent;
    this.second = url.getPath().endsWith(SECOND);
  }

  /**
   * Whether the server speaks version 2, whose places are numbers; those of version 1 are times.
   */
  boolean second() {
    return second;
  }

  /**
   * @param place to go on behind; null for the end of the stream
   * @throws IOException as {@link EventSocket#open} does
   */
  EventSocket connect(Event.@Nullable Place place) throws IOException, InterruptedException {
    try {
      return open(uri(place));
    } catch (IOException e) {
      if (!second || place == null || Handshake.status(e) != 400) {
        throw e;
      }
      // Most likely the place is older than what the server keeps; if not, this fails as well.
      return open(uri(null));
    }
  }

  private EventSocket open(URI uri) throws IOException, InterruptedException {
    if (client == null) {
      client = HttpClient.newHttpClient();
    }
    return EventSocket.open(client, uri, second ? "xrpc.v1.json" : null, userAgent);
  }

  private URI uri(Event.@Nullable Place place) {
    String filter = second ? "collections=" : "wantedCollections=";
    StringBuilder query = new StringBuilder(filter).append(Event.POSTS);
    if (place != null) {
      long from = second ? place.position() + 1 : place.position() - OVERLAP.toNanos() / 1_000;
      query.append("&cursor=").append(from);
    }
    String base = url.toString().replaceFirst("[?#].*$", "");
    return URI.create(base + "?" + query);
  }
}
