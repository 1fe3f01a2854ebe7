// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of Marsad's site that a message leads to, beside the one that it was given. */
final class WebPages {
  private static final String INCIDENTS = "/alerts";

  private final @Nullable String site;

  /**
   * @param incidents the page of all incidents or of one, {@code SITE/alerts} or {@code
   *     SITE/alerts/ID}; with another address or none there are no pages
   */
  WebPages(@Nullable String incidents) {
    String address = Foreign.address(incidents).orElse("");
    int end =
        address.endsWith(INCIDENTS)
            ? address.length() - INCIDENTS.length()
            : address.lastIndexOf(INCIDENTS + "/");
    this.site = end < 0 ? null : address.substring(0, end);
  }

  Optional<String> incident(String id) {
    return page(INCIDENTS, id);
  }

  Optional<String> document(String id) {
    return page("/documents", id);
  }

  private Optional<String> page(String under, String id) {
    return site == null
        ? Optional.empty()
        : Optional.of(
            site + under + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
