// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import java.time.Duration;
import java.util.Map;
import org.jdom2.Element;
import org.jdom2.filter.Filters;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of its own pace.
 *
 * @param ttl how long a copy is good for (RSS 2.0); it should not be asked for sooner
 * @param updateEvery how often it changes (RSS 1.0 syndication module). Blogs write "hourly" into
 *     every feed without being asked, so it is a first guess and no wish
 */
public record FeedHints(@Nullable Duration ttl, @Nullable Duration updateEvery) {
  public static final FeedHints NONE = new FeedHints(null, null);

  private static final String SYNDICATION = "http://purl.org/rss/1.0/modules/syndication/";
  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(30),
          "yearly", Duration.ofDays(365));

  /**
   * @param root of the feed's XML
   */
  static FeedHints of(Element root) {
    Long minutes = null;
    Duration period = null;
    long frequency = 1;
    for (Element element : root.getDescendants(Filters.element())) {
      String text = element.getTextTrim();
      if (element.getName().equals("ttl")) {
        minutes = number(text);
      } else if (element.getNamespaceURI().equals(SYNDICATION)) {
        if (element.getName().equals("updatePeriod")) {
          period = PERIODS.get(text);
        } else if (element.getName().equals("updateFrequency")) {
          Long stated = number(text);
          frequency = stated == null ? 1 : stated;
        }
      }
    }
    return new FeedHints(
        minutes == null ? null : Duration.ofMinutes(minutes),
        period == null ? null : period.dividedBy(frequency));
  }

  /** Null where it is none, is zero, or is absurd. */
  private static @Nullable Long number(String text) {
    return text.matches("0*[1-9]\\d{0,6}") ? Long.valueOf(text) : null;
  }
}
