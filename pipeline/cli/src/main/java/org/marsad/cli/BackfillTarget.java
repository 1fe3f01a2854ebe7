// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.catalogue.Catalogue;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.Outlet;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.RegistrableDomains;

/** Which sitemaps a backfill walks through. */
final class BackfillTarget {
  private BackfillTarget() {}

  /**
   * Those of an outlet, or the one whose URL it is, with the outlet of its host where the catalogue
   * has that.
   */
  static List<OutletFeed> sitemaps(String target, Catalogue catalogue) {
    if (target.matches("(?i)https?://.*")) {
      return List.of(ofUrl(new HttpUrl.Server().convert(target), catalogue));
    }
    Outlet outlet =
        catalogue.outlets().stream()
            .filter(one -> one.id().equals(target))
            .findFirst()
            .orElseThrow(
                () ->
                    new Remedy(
                        target
                            + " is neither an outlet of the catalogue nor a URL; give an id of"
                            + " outlets.yaml, or a sitemap's URL"));
    List<OutletFeed> sitemaps =
        outlet.feeds().stream().filter(feed -> feed.form() == FeedForm.SITEMAP).toList();
    if (sitemaps.isEmpty()) {
      throw new Remedy(
          "the catalogue has no sitemap of "
              + target
              + "; find one with ./marsad discover "
              + outlet.home()
              + " and give its URL");
    }
    return sitemaps;
  }

  private static OutletFeed ofUrl(URI url, Catalogue catalogue) {
    return catalogue.outlets().stream()
        .filter(one -> url.getHost().equalsIgnoreCase(one.home().getHost()))
        .findFirst()
        .map(
            one ->
                feed(
                    url,
                    one.id(),
                    one.name(),
                    one.languages().size() == 1 ? one.languages().get(0) : null,
                    one.minDelay()))
        .orElseGet(
            () -> {
              String domain = RegistrableDomains.of(url);
              return feed(url, domain.replaceAll("[^a-z0-9]+", "-"), domain, null, null);
            });
  }

  private static OutletFeed feed(
      URI url, String id, String name, @Nullable String language, @Nullable Duration minDelay) {
    return new OutletFeed(
        id, name, language, url, FeedContent.ARTICLES, null, minDelay, FeedForm.SITEMAP, Map.of());
  }
}
