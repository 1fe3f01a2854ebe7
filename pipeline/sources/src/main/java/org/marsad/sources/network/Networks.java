// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.wordpress.WordPressComments;

/** The registry: which fetcher reads which form. */
public final class Networks {
  private Networks() {}

  /**
   * @throws IllegalArgumentException for a form that is no network
   */
  public static Fetcher open(OutletFeed feed, FetchContext context) {
    return switch (feed.form()) {
      case WORDPRESS_COMMENTS -> new WordPressComments(feed, context);
      default -> throw new IllegalArgumentException(feed.form() + " is no network: " + context);
    };
  }
}
