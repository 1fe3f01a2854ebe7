// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.listing;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.catalogue.FormOptions;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedHints;
import org.marsad.sources.feed.FeedItem;
import org.marsad.sources.feed.FeedResult;
import org.marsad.sources.feed.FeedResult.Loss;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.RegistrableDomains;
import org.marsad.sources.http.Urls;
import org.marsad.sources.text.CharsetDetection;
import org.marsad.sources.text.PublicationDates;
import org.marsad.sources.text.PublicationDates.Dated;
import org.marsad.sources.text.PublicationDates.Precision;

/**
 * The links of a page, found by a CSS selector: of the links themselves, or of what encloses each,
 * together with its date. Links to other domains are dropped.
 */
final class LinkList implements ListingReader {

  @Override
  public FeedResult read(Fetched answer, OutletFeed feed, Instant now) {
    String text = CharsetDetection.decode(answer.body(), answer.contentType()).text();
    Document page = Jsoup.parse(text, answer.uri().toString());
    String domain = RegistrableDomains.of(feed.url());
    Pattern pattern = FormOptions.linkPattern(feed);
    Map<String, FeedItem> items = new LinkedHashMap<>();
    int foreign = 0;
    for (Element selected : page.select(feed.options().getOrDefault(FormOptions.SELECTOR, "a"))) {
      Element link = selected.is("a[href]") ? selected : selected.selectFirst("a[href]");
      URI url = link == null ? null : url(link);
      if (link == null || url == null || !pattern.matcher(url.toString()).find()) {
        continue;
      }
      if (!RegistrableDomains.of(url).equals(domain)) {
        foreign++;
        continue;
      }
      FeedItem item = item(url, link, selected, feed, now);
      items.merge(url.toString(), item, (old, other) -> old.title() == null ? other : old);
    }
    if (items.isEmpty()) {
      return new FeedResult.Unreadable(FeedResult.Fault.NOTHING_SELECTED);
    }
    List<Loss> losses = new ArrayList<>();
    if (foreign > 0) {
      losses.add(
          new Loss(
              "foreign-link",
              foreign + " links lead to another domain and were dropped; narrow the selector"));
    }
    List<FeedItem> first = items.values().stream().limit(FormOptions.maxItems(feed)).toList();
    return new FeedResult.Feed(first, false, false, FeedHints.NONE, losses);
  }

  private static FeedItem item(
      URI url, Element link, Element selected, OutletFeed feed, Instant now) {
    Dated date = date(selected, feed, now);
    return new FeedItem(
        url.toString(),
        null,
        title(link),
        null,
        null,
        null,
        date == null ? null : date.instant(),
        date != null && date.precision() == Precision.DAY,
        null);
  }

  private static @Nullable String title(Element link) {
    String text = link.text().strip();
    String title = text.isEmpty() ? link.attr("title").strip() : text;
    return title.isEmpty() ? null : title;
  }

  private static @Nullable Dated date(Element selected, OutletFeed feed, Instant now) {
    String selector = feed.options().get(FormOptions.DATE_SELECTOR);
    Element element = selector == null ? null : selected.selectFirst(selector);
    if (element == null) {
      return null;
    }
    Dated stated = PublicationDates.dated(element.attr("datetime"), now);
    return stated != null ? stated : PublicationDates.dated(element.text(), now);
  }

  /** Null for what is no page of the web; without the fragment, which names a place in it. */
  private static @Nullable URI url(Element link) {
    try {
      URI url = URI.create(Urls.encode(link.absUrl("href").replaceFirst("#.*$", "")));
      boolean web = String.valueOf(url.getScheme()).matches("(?i)https?") && url.getHost() != null;
      return web ? url : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
