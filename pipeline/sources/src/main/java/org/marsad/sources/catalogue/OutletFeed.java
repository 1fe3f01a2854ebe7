// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One feed to poll, with what its outlet says of it.
 *
 * @param language the outlet's, where it has only one
 * @param pollEvery between two polls, as long as they succeed; null for the default of the settings
 * @param minDelay between two requests to the outlet's domain; null for the default of the settings
 * @param options what the form needs beside the URL, by name; the README lists them
 */
public record OutletFeed(
    String outletId,
    String outletName,
    @Nullable String language,
    URI url,
    FeedContent content,
    @Nullable Duration pollEvery,
    @Nullable Duration minDelay,
    FeedForm form,
    Map<String, String> options)
    implements Serializable {

  public OutletFeed {
    options = Map.copyOf(options);
  }

  /** A feed in the narrow sense. */
  public OutletFeed(
      String outletId,
      String outletName,
      @Nullable String language,
      URI url,
      FeedContent content,
      @Nullable Duration pollEvery,
      @Nullable Duration minDelay) {
    this(
        outletId, outletName, language, url, content, pollEvery, minDelay, FeedForm.FEED, Map.of());
  }

  /** Unique: an outlet lists a URL once. */
  public String id() {
    return outletId + ":" + url;
  }

  /** The same feed at another address. */
  OutletFeed at(URI other) {
    return new OutletFeed(
        outletId, outletName, language, other, content, pollEvery, minDelay, form, options);
  }

  /** The same feed in another form. */
  public OutletFeed in(FeedForm other, Map<String, String> otherOptions) {
    return new OutletFeed(
        outletId, outletName, language, url, content, pollEvery, minDelay, other, otherOptions);
  }
}
