// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.catalogue.Catalogue;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.Outlet;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.discovery.NamedSitemaps;
import org.marsad.sources.discovery.SiteVisit;
import org.marsad.sources.http.RegistrableDomains;
import picocli.CommandLine.TypeConversionException;

/**
 * Whose past a backfill takes in, and by which sitemaps.
 *
 * @param outlet a feed that stands for the outlet
 * @param sitemaps those that are known beforehand
 * @param home whose robots.txt names further ones; null where only the known ones are wanted
 */
record BackfillTarget(OutletFeed outlet, List<OutletFeed> sitemaps, @Nullable URI home) {
  /**
   * Of an outlet, or of the one sitemap whose URL it is, with the outlet of its host where the
   * catalogue has that.
   *
   * @throws Remedy for what is neither
   */
  static BackfillTarget of(String target, Catalogue catalogue) {
    if (target.matches("(?i)https?://.*")) {
      OutletFeed sitemap = ofUrl(url(target), catalogue);
      return new BackfillTarget(sitemap, List.of(sitemap), null);
    }
    Outlet outlet =
        catalogue.outlets().stream()
            .filter(one -> one.id().equals(target))
            .findFirst()
            .orElseThrow(() -> unknown(target, catalogue));
    List<OutletFeed> sitemaps =
        outlet.feeds().stream().filter(feed -> feed.form() == FeedForm.SITEMAP).toList();
    OutletFeed standing =
        sitemaps.isEmpty()
            ? ofOutlet(outlet, outlet.home().resolve("/sitemap.xml"))
            : sitemaps.get(0);
    return new BackfillTarget(standing, sitemaps, outlet.home());
  }

  /**
   * The known ones, and those that the site names: a sitemap that is polled for news seldom reaches
   * back. Where there are none, the usual one.
   */
  List<OutletFeed> sitemaps(SiteVisit visit) throws InterruptedException {
    if (home == null) {
      return sitemaps;
    }
    List<OutletFeed> all = new ArrayList<>(sitemaps);
    for (URI named : NamedSitemaps.of(home, visit)) {
      if (all.stream().noneMatch(one -> one.url().equals(named))) {
        all.add(at(named));
      }
    }
    return all.isEmpty() ? List.of(outlet) : all;
  }

  private OutletFeed at(URI url) {
    return feed(
        url,
        outlet.outletId(),
        outlet.outletName(),
        outlet.language(),
        outlet.minDelay(),
        outlet.options());
  }

  private static URI url(String target) {
    try {
      return new HttpUrl.Site().convert(target);
    } catch (TypeConversionException fault) {
      throw new Remedy(String.valueOf(fault.getMessage()), fault);
    }
  }

  private static Remedy unknown(String target, Catalogue catalogue) {
    String wrong = target + " is neither an outlet of the catalogue nor a URL; ";
    if (isFile(target)) {
      return new Remedy(
          wrong + "it is a file here: take files in with ./marsad import, or give a sitemap's URL");
    }
    List<String> hosted =
        catalogue.outlets().stream()
            .filter(one -> site(one.home()).equals(withoutWww(target.replaceFirst("/.*", ""))))
            .map(Outlet::id)
            .toList();
    List<String> near =
        hosted.isEmpty()
            ? NearNames.of(target, catalogue.outlets().stream().map(Outlet::id))
            : hosted;
    return new Remedy(
        wrong
            + (near.isEmpty()
                ? "give an id of outlets.yaml, or a sitemap's URL"
                : "did you mean " + String.join(", ", near) + "?"));
  }

  private static boolean isFile(String target) {
    try {
      return Files.exists(Path.of(target));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** A port tells sites apart that are tried out on one machine. */
  private static boolean areOneSite(URI one, URI other) {
    return site(one).equals(site(other)) && one.getPort() == other.getPort();
  }

  private static String site(URI url) {
    return withoutWww(String.valueOf(url.getHost()));
  }

  private static String withoutWww(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }

  private static OutletFeed ofUrl(URI url, Catalogue catalogue) {
    return catalogue.outlets().stream()
        .filter(one -> areOneSite(one.home(), url))
        .findFirst()
        .map(one -> ofOutlet(one, url))
        .orElseGet(
            () -> {
              String domain = RegistrableDomains.of(url);
              String id = domain.replaceAll("[^a-z0-9]+", "-");
              return feed(url, id, domain, null, null, Map.of());
            });
  }

  /** With what the catalogue says of comments in its pages, as its plain feeds have it. */
  private static OutletFeed ofOutlet(Outlet outlet, URI url) {
    return feed(
        url,
        outlet.id(),
        outlet.name(),
        outlet.languages().size() == 1 ? outlet.languages().get(0) : null,
        outlet.minDelay(),
        outlet.feeds().stream()
            .filter(feed -> feed.form() == FeedForm.FEED)
            .findFirst()
            .map(OutletFeed::options)
            .orElse(Map.of()));
  }

  private static OutletFeed feed(
      URI url,
      String id,
      String name,
      @Nullable String language,
      @Nullable Duration minDelay,
      Map<String, String> options) {
    return new OutletFeed(
        id, name, language, url, FeedContent.ARTICLES, null, minDelay, FeedForm.SITEMAP, options);
  }
}
