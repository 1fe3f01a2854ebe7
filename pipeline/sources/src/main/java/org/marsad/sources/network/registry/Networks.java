// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.registry;

import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.Keywords;
import org.marsad.sources.network.bluesky.BlueskyFetcher;
import org.marsad.sources.network.mastodon.MastodonFetcher;
import org.marsad.sources.network.reddit.RedditFetcher;
import org.marsad.sources.network.telegram.TelegramFetcher;
import org.marsad.sources.network.wordpress.WordPressComments;
import org.marsad.sources.network.x.XFetcher;
import org.marsad.sources.network.youtube.YouTubeFetcher;

/** The registry: which fetcher reads which form. */
public final class Networks {
  private Networks() {}

  /**
   * @throws IllegalArgumentException for a form that is no network
   */
  public static Fetcher open(OutletFeed feed, FetchContext context) {
    Fetcher fetcher = of(feed, context);
    Keywords keywords = Keywords.of(feed.options().get("keywords"));
    // Bluesky's looks by itself: it keeps up with a post it has taken, whatever that says later.
    return keywords.isEmpty() || feed.form() == FeedForm.BLUESKY
        ? fetcher
        : new KeywordFetcher(fetcher, keywords);
  }

  private static Fetcher of(OutletFeed feed, FetchContext context) {
    return switch (feed.form()) {
      case BLUESKY -> new BlueskyFetcher(feed, context);
      case MASTODON -> new MastodonFetcher(feed, context);
      case YOUTUBE -> new YouTubeFetcher(feed, context);
      case X -> new XFetcher(feed, context);
      case TELEGRAM -> new TelegramFetcher(feed, context);
      case WORDPRESS_COMMENTS -> new WordPressComments(feed, context);
      case REDDIT -> new RedditFetcher(feed, context);
      default -> throw new IllegalArgumentException(feed.form() + " is no network");
    };
  }
}
