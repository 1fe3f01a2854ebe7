// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.sitemap;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.feed.FeedLanguage;
import org.marsad.sources.feed.FeedResult.Child;
import org.marsad.sources.feed.FeedResult.Fault;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.RegistrableDomains;
import org.marsad.sources.text.PublicationDates;
import org.marsad.sources.text.PublicationDates.Dated;
import org.marsad.sources.text.PublicationDates.Precision;

/**
 * Bytes of a sitemap or an index to their entries. DOCTYPEs are refused, packed files are unpacked
 * up to 50 MB, and entries count up to 50,000: more the protocol does not allow.
 */
public final class SitemapReader {
  static final int MOST_ENTRIES = 50_000;

  /** Unpacked. */
  public static final int MOST_BYTES = 50 * 1024 * 1024;

  private SitemapReader() {}

  /**
   * @param domain the registrable domain that its entries must belong to
   * @param now see {@link PublicationDates}
   */
  public static Sitemap read(Fetched answer, String domain, Instant now) {
    Links links = new Links(domain);
    try {
      byte[] body = unpacked(answer.body());
      if (body.length > MOST_BYTES) {
        return new Sitemap.Unreadable(Fault.SITEMAP_TOO_LARGE);
      }
      AbstractSiteMap map = parser(links).parseSiteMap(body, answer.uri().toURL());
      return map instanceof SiteMapIndex index
          ? new Sitemap.Index(children(index, now), links.foreign(), links.beyond())
          : new Sitemap.Pages(entries((SiteMap) map, now), links.foreign(), links.beyond());
    } catch (UnknownFormatException | IOException | RuntimeException e) {
      // The library answers some malformed files with exceptions that it does not declare.
      return new Sitemap.Unreadable(Fault.NOT_A_SITEMAP);
    }
  }

  private static SiteMapParser parser(Links links) {
    SiteMapParser parser = new SiteMapParser(false);
    parser.enableExtension(Extension.NEWS);
    parser.setURLFilter((java.util.function.Function<String, String>) links::accept);
    return parser;
  }

  /** One byte more than is allowed tells that there is more. */
  private static byte[] unpacked(byte[] body) throws IOException {
    boolean packed = body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
    if (!packed) {
      return body;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }

  private static List<Child> children(SiteMapIndex index, Instant now) {
    return index.getSitemaps().stream()
        .filter(map -> map.getUrl() != null)
        .map(map -> new Child(uri(map.getUrl()), instant(map.getLastModified(), now)))
        .toList();
  }

  private static List<SitemapEntry> entries(SiteMap map, Instant now) {
    return map.getSiteMapUrls().stream()
        .filter(entry -> entry.getUrl() != null)
        .map(entry -> entry(entry, now))
        .toList();
  }

  private static SitemapEntry entry(SiteMapURL entry, Instant now) {
    String url = uri(entry.getUrl()).toString();
    NewsAttributes news = news(entry);
    Dated published = news == null ? null : dated(news.getPublicationDateTime(), now);
    if (published == null) {
      Instant day = PublicationDates.ofUrl(url, now);
      published = day == null ? null : new Dated(day, Precision.DAY);
    }
    return new SitemapEntry(
        url,
        news == null || news.getTitle() == null || news.getTitle().isBlank()
            ? null
            : news.getTitle().strip(),
        published == null ? null : published.instant(),
        published != null && published.precision() == Precision.DAY,
        instant(entry.getLastModified(), now),
        news == null ? null : FeedLanguage.of(news.getLanguage()));
  }

  private static @Nullable NewsAttributes news(SiteMapURL entry) {
    ExtensionMetadata[] found = entry.getAttributesForExtension(Extension.NEWS);
    return found != null && found.length > 0 && found[0] instanceof NewsAttributes news
        ? news
        : null;
  }

  /** The library reads a day as its midnight; written out again, it is a day once more. */
  private static @Nullable Dated dated(@Nullable ZonedDateTime stated, Instant now) {
    return stated == null
        ? null
        : PublicationDates.dated(
            stated.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? stated.toLocalDate().toString()
                : stated.toInstant().toString(),
            now);
  }

  private static @Nullable Instant instant(@Nullable Date date, Instant now) {
    return date == null ? null : PublicationDates.within(date.toInstant(), now);
  }

  private static URI uri(URL url) {
    return URI.create(url.toString());
  }

  /** The domain of a site, to which all that its sitemaps list must belong. */
  public static String domain(URI site) {
    return RegistrableDomains.of(site);
  }
}
