// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.sitemap;

import java.util.List;
import org.marsad.sources.feed.FeedResult;

/** What a sitemap's file holds. */
public sealed interface Sitemap {
  /**
   * @param foreign how many entries were dropped because they lead to another domain
   * @param beyond how many were dropped because a sitemap may not hold so many
   */
  record Pages(List<SitemapEntry> entries, int foreign, int beyond) implements Sitemap {}

  /** Of further sitemaps. */
  record Index(List<FeedResult.Child> children, int foreign, int beyond) implements Sitemap {}

  record Unreadable(FeedResult.Fault fault) implements Sitemap {}
}
