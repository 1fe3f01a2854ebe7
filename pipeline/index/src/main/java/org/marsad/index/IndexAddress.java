// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.io.Serializable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which Elasticsearch, and as whom.
 *
 * @param url for example {@code https://search.example.org:9200}
 * @param apiKey in the encoded form that Elasticsearch hands out; null where none is needed
 */
public record IndexAddress(URI url, @Nullable String apiKey) implements Serializable {
  /** Without the key, which must not reach a log. */
  @Override
  public String toString() {
    return url.toString();
  }
}
