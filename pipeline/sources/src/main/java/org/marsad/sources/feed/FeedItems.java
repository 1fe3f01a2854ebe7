// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndPerson;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.http.Urls;

/** ROME's entries as {@link FeedItem}s. */
final class FeedItems {
  private FeedItems() {}

  /**
   * @param days the noons that stand for days without a time
   * @param language of the whole feed
   */
  static FeedItem of(SyndEntry entry, URI base, Set<Instant> days, @Nullable String language) {
    Instant published = published(entry);
    String title = blankToNull(entry.getTitle());
    SyndContent description = entry.getDescription();
    return new FeedItem(
        link(entry, base),
        blankToNull(entry.getUri()),
        title == null ? null : blankToNull(Jsoup.parseBodyFragment(title).text()),
        description == null ? null : blankToNull(description.getValue()),
        entry.getContents().stream()
            .map(content -> blankToNull(content.getValue()))
            .flatMap(Stream::ofNullable)
            .findFirst()
            .orElse(null),
        author(entry),
        published,
        published != null && days.contains(published),
        language(entry, language));
  }

  /** The link, or a guid that is one. */
  private static @Nullable String link(SyndEntry entry, URI base) {
    return Stream.of(entry.getLink(), entry.getUri())
        .flatMap(Stream::ofNullable)
        .filter(link -> !link.isBlank())
        .map(link -> resolve(base, link))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(null);
  }

  static @Nullable String resolve(URI base, String link) {
    try {
      URI resolved = base.resolve(Urls.encode(link));
      String scheme = String.valueOf(resolved.getScheme());
      return resolved.getHost() != null && scheme.matches("(?i)https?")
          ? resolved.toString()
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String author(SyndEntry entry) {
    String author = blankToNull(entry.getAuthor());
    if (author != null) {
      return author;
    }
    return entry.getAuthors().stream()
        .map(SyndPerson::getName)
        .map(FeedItems::blankToNull)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String language(SyndEntry entry, @Nullable String ofFeed) {
    String own =
        entry.getModule(DCModule.URI) instanceof DCModule dublinCore
            ? FeedLanguage.of(dublinCore.getLanguage())
            : null;
    return own != null ? own : ofFeed;
  }

  private static @Nullable Instant published(SyndEntry entry) {
    Date date =
        entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
    return date == null ? null : date.toInstant();
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
