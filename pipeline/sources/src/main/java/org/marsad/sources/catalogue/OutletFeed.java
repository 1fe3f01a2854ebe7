// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One feed to poll, with what its outlet says of it.
 *
 * @param language the outlet's, where it has only one
 * @param pollEvery between two polls, as long as they succeed; null for the default of the settings
 * @param minDelay between two requests to the outlet's domain; null for the default of the settings
 */
public record OutletFeed(
    String outletId,
    String outletName,
    @Nullable String language,
    URI url,
    FeedContent content,
    @Nullable Duration pollEvery,
    @Nullable Duration minDelay)
    implements Serializable {

  /** Unique: an outlet lists a URL once. */
  public String id() {
    return outletId + ":" + url;
  }
}
