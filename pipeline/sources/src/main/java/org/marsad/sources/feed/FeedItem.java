// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed.
 *
 * @param link absolute http(s) URL, percent-encoded
 * @param guid the feed's own identifier
 * @param title plain text
 * @param summary HTML or plain text, as the feed gives it
 * @param contentHtml the full text, where the feed carries it
 * @param author as the feed states it
 * @param published of a day without a time, its noon in Morocco
 * @param dayOnly whether only the day is known
 * @param language as the item states it, or else the whole feed
 */
public record FeedItem(
    @Nullable String link,
    @Nullable String guid,
    @Nullable String title,
    @Nullable String summary,
    @Nullable String contentHtml,
    @Nullable String author,
    @Nullable Instant published,
    boolean dayOnly,
    @Nullable String language) {

  /** With an exact date, or none, and no language. */
  public FeedItem(
      @Nullable String link,
      @Nullable String guid,
      @Nullable String title,
      @Nullable String summary,
      @Nullable String contentHtml,
      @Nullable String author,
      @Nullable Instant published) {
    this(link, guid, title, summary, contentHtml, author, published, false, null);
  }

  /** The same without summary and content, which may be long. */
  public FeedItem withoutTexts() {
    return new FeedItem(link, guid, title, null, null, author, published, dayOnly, language);
  }
}
