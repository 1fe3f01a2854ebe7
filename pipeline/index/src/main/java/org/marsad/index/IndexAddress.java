// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index;

import java.io.File;
import java.io.Serializable;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.marsad.model.Secret;

/**
 * Which Elasticsearch, and as whom.
 *
 * @param url for example {@code https://search.example.org:9200}
 * @param apiKey where the key is, in the encoded form that Elasticsearch hands out; null where none
 *     is needed
 * @param authority the certificate of the authority that signed Elasticsearch's, in PEM; null for
 *     those that Java knows
 */
public record IndexAddress(URI url, @Nullable Secret apiKey, @Nullable File authority)
    implements Serializable {
  /** With a certificate that Java knows, or none. */
  public IndexAddress(URI url, @Nullable Secret apiKey) {
    this(url, apiKey, null);
  }
}
