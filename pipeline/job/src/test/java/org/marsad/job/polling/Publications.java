// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.polling;

import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.HardFeed.Article;
import org.marsad.sources.http.BadAnswer.Rejected;
import org.marsad.sources.http.LoopbackSite;

/** The feeds that were published, and what the index has to hold because of them. */
final class Publications {
  final List<OutletFeed> feeds = new ArrayList<>();

  /** Outlet, URL, title and date of publication. */
  final List<Tuple> articles = new ArrayList<>();

  /** Outlet, stage, reason and reference. */
  final List<Tuple> rejections = new ArrayList<>();

  /** Outlet, URL, state and number of items. */
  final List<Tuple> health = new ArrayList<>();

  /** Items of readable feeds, those included that break off, and feeds that were rejected. */
  int offered;

  /** Puts a sound feed of these items on the site. */
  void publish(LoopbackSite site, FeedFormat format, String outlet, List<Item> items) {
    URI feed = site.url("/" + outlet + "/feed");
    byte[] body = format.write(items).getBytes(StandardCharsets.UTF_8);
    site.with(feed.getPath(), "application/xml", body);
    follow(outlet, feed, SourceState.OK, items.size());
    for (Item item : items) {
      if (item.lost() == null) {
        expect(outlet, new Article(item.link(), item.title(), Item.PUBLISHED));
      } else {
        expect(outlet, item.lost(), item.link());
      }
    }
  }

  void follow(String outlet, URI feed, SourceState state, long items) {
    feeds.add(new OutletFeed(outlet, outlet, null, feed, FeedContent.ARTICLES, null, null));
    health.add(tuple(outlet, feed.toString(), state, items));
  }

  void expect(String outlet, Article article) {
    articles.add(tuple(outlet, article.link(), article.title(), article.published()));
    offered++;
  }

  void expect(String outlet, Rejected rejected, String reference) {
    rejections.add(tuple(outlet, rejected.stage(), rejected.reason(), reference));
    offered++;
  }
}
