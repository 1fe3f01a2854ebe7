// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a person sees what a program reads by an interface. */
public final class PublicPage {
  private static final String YOUTUBE = "https://www.youtube.com/";

  private PublicPage() {}

  /** The feed's own address where people see what stands there. */
  public static URI of(OutletFeed feed) {
    URI url = feed.url();
    return switch (feed.form()) {
      case FEED, SITEMAP, LIST, TELEGRAM -> url;
      case WORDPRESS_COMMENTS -> url.resolve("/");
      case BLUESKY -> URI.create("https://bsky.app/");
      case MASTODON -> url.resolve("/tags/" + last(url.getRawPath()));
      case REDDIT -> URI.create("https://www.reddit.com" + url.getRawPath());
      case YOUTUBE -> {
        String query = String.valueOf(url.getRawQuery());
        String page = query.startsWith("videoId=") ? "watch?v=" : "channel/";
        yield URI.create(YOUTUBE + page + query.substring(query.indexOf('=') + 1));
      }
      case X ->
          URI.create(
              "https://x.com/search?f=live&q="
                  + URLEncoder.encode(
                      feed.options().getOrDefault("query", ""), StandardCharsets.UTF_8));
    };
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
