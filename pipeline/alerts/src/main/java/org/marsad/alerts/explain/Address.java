// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.marsad.model.masking.Masking;

/** The address of a document, which a message shows as it is. */
final class Address {
  private Address() {}

  /** The address; null where its words would have to be masked, which would break it. */
  static @Nullable String shown(@Nullable String url, Masking masking) {
    if (url == null) {
      return null;
    }
    String words = readable(url);
    return masking.apply(words).equals(words) ? url : null;
  }

  private static String readable(String url) {
    String spaced = url.replace('-', ' ').replace('_', ' ');
    try {
      return URLDecoder.decode(spaced, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A stray percent sign: its words are read as they stand.
      return spaced;
    }
  }
}
