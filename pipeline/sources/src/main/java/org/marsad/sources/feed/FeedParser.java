// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.text.PublicationDates;
import org.marsad.sources.text.PublicationDates.Dated;
import org.marsad.sources.text.PublicationDates.Precision;

/**
 * Bytes of RSS, Atom or JSON Feed to {@link FeedItem}s; repairs first what ROME would give up on.
 */
public final class FeedParser {
  private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf");
  private static final Set<String> DATES =
      Set.of("pubdate", "published", "updated", "date", "issued", "modified", "created");

  private FeedParser() {}

  /**
   * @param contentType the header as received; its charset is one witness among others
   * @param base where the feed was found, for relative links
   * @param now no publication date lies more than two days after it
   */
  public static FeedResult parse(byte[] body, @Nullable String contentType, URI base, Instant now) {
    try {
      return parse(FeedDecoder.decode(body, contentType), base, now);
    } catch (RuntimeException e) {
      // The libraries answer some malformed feeds with exceptions that they do not declare.
      return new FeedResult.Unreadable(FeedResult.Fault.MALFORMED_FEED);
    }
  }

  private static FeedResult parse(String text, URI base, Instant now) {
    if (text.isBlank()) {
      return new FeedResult.Unreadable(FeedResult.Fault.EMPTY_FEED);
    }
    if (JsonFeed.is(text)) {
      return JsonFeed.read(text, base, now);
    }
    Document strict = FeedXml.parse(text);
    if (strict != null) {
      return read(strict, base, now, false, false);
    }
    FeedRepair.Repaired repaired = FeedRepair.repair(text);
    if (repaired == null) {
      return new FeedResult.Unreadable(FeedResult.Fault.NOT_A_FEED);
    }
    Document document = FeedXml.parse(repaired.xml());
    return document == null
        ? new FeedResult.Unreadable(FeedResult.Fault.MALFORMED_FEED)
        : read(document, base, now, repaired.cut(), true);
  }

  private static FeedResult read(
      Document document, URI base, Instant now, boolean cut, boolean repaired) {
    Element root = document.getRootElement();
    if (!ROOTS.contains(root.getName().toLowerCase(Locale.ROOT))) {
      return new FeedResult.Unreadable(FeedResult.Fault.NOT_A_FEED);
    }
    FeedHints hints = FeedHints.of(root);
    Set<Instant> days = normalize(root, now);
    String language = FeedLanguage.ofFeed(root);
    try {
      SyndFeed feed = new SyndFeedInput().build(document);
      List<FeedItem> items =
          feed.getEntries().stream()
              .map(entry -> FeedItems.of(entry, base, days, language))
              .toList();
      return new FeedResult.Feed(items, cut, repaired, hints);
    } catch (FeedException e) {
      return new FeedResult.Unreadable(FeedResult.Fault.MALFORMED_FEED);
    }
  }

  /**
   * What ROME would misread: an RSS without its version, dates that are not in its formats.
   *
   * @return the noons that stand for days without a time; no exact time of the feed is among them
   */
  private static Set<Instant> normalize(Element root, Instant now) {
    if (root.getName().equals("rss") && root.getAttributeValue("version", "").isBlank()) {
      root.setAttribute("version", "2.0");
    }
    Set<Instant> days = new HashSet<>();
    Set<Instant> times = new HashSet<>();
    List<Element> elements = new ArrayList<>();
    root.getDescendants(Filters.element()).forEach(elements::add);
    for (Element element : elements) {
      if (DATES.contains(element.getName().toLowerCase(Locale.ROOT))) {
        Dated dated = PublicationDates.dated(element.getText(), now);
        Instant date = dated == null ? null : dated.instant().truncatedTo(ChronoUnit.SECONDS);
        // Without a readable date the text goes too, lest ROME make another of it; and it would
        // take microseconds for milliseconds.
        element.setText(date == null ? "" : date.toString());
        if (dated != null && date != null) {
          (dated.precision() == Precision.DAY ? days : times).add(date);
        }
      }
    }
    days.removeAll(times);
    return days;
  }
}
