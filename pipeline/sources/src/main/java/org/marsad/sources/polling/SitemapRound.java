// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentIds;
import org.marsad.model.Json;
import org.marsad.sources.feed.FeedResult.Child;

/**
 * How far the sitemaps of an index are read; kept as the cursor of the feed's state. A round reads
 * at most twenty sitemaps, those first that were read longest ago or never; so an index that lists
 * itself, or another that does, ends like any other.
 *
 * @param queue still to be read in this round
 * @param left how many more this round may read
 * @param marks by the hash of a sitemap's URL: its date of change when it was read, or when that
 *     was; of the newest thousand
 */
record SitemapRound(List<Waiting> queue, int left, Map<String, Instant> marks) {
  static final int MOST_SITEMAPS = 20;
  static final int DEEPEST = 2;
  private static final int MOST_MARKS = 1_000;

  /**
   * @param depth 1 for what the first index lists
   */
  record Waiting(URI url, @Nullable Instant modified, int depth) {}

  SitemapRound {
    queue = List.copyOf(queue);
  }

  /** Of a cursor; a new round where there is none, or it cannot be read. */
  static SitemapRound of(@Nullable String cursor) {
    try {
      SitemapRound read = cursor == null ? null : Json.MAPPER.readValue(cursor, SitemapRound.class);
      return read == null || read.marks == null ? none() : read;
    } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
      return none();
    }
  }

  private static SitemapRound none() {
    return new SitemapRound(List.of(), 0, Map.of());
  }

  String cursor() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a round is always writable", e);
    }
  }

  /** A new round over what the index lists. */
  SitemapRound begun(List<Child> children, URI index, Duration maxAge, Instant now) {
    return new SitemapRound(List.of(), MOST_SITEMAPS, marks)
        .joined(children, index, 1, maxAge, now);
  }

  /**
   * With the sitemaps that may hold something new: of no date, or younger than {@code maxAge} and
   * changed since they were read.
   */
  SitemapRound joined(List<Child> children, URI index, int depth, Duration maxAge, Instant now) {
    Instant horizon = now.minus(maxAge);
    List<Waiting> next = new ArrayList<>(queue);
    children.stream()
        .filter(child -> !child.url().equals(index))
        .filter(child -> child.modified() == null || !child.modified().isBefore(horizon))
        .filter(child -> child.modified() == null || !child.modified().equals(mark(child.url())))
        .sorted(
            Comparator.comparing((Child child) -> orEarliest(mark(child.url())))
                .thenComparing(child -> orEarliest(child.modified()), Comparator.reverseOrder()))
        .map(child -> new Waiting(child.url(), child.modified(), depth))
        .filter(child -> queue.stream().noneMatch(other -> other.url().equals(child.url())))
        .limit(Math.max(0, left - queue.size()))
        .forEach(next::add);
    return new SitemapRound(next, left, marks);
  }

  /** Without the first, which is not remembered: the next round tries it again. */
  SitemapRound skipped() {
    return new SitemapRound(queue.subList(1, queue.size()), left - 1, marks);
  }

  /** Without the first, which was read. */
  SitemapRound read(Instant now) {
    Waiting first = queue.get(0);
    Map<String, Instant> all = new LinkedHashMap<>(marks);
    all.put(key(first.url()), first.modified() == null ? now : first.modified());
    if (all.size() > MOST_MARKS) {
      all.entrySet().stream()
          .min(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .ifPresent(all::remove);
    }
    return new SitemapRound(queue.subList(1, queue.size()), left - 1, all);
  }

  private @Nullable Instant mark(URI url) {
    return marks.get(key(url));
  }

  private static Instant orEarliest(@Nullable Instant instant) {
    return instant == null ? Instant.EPOCH : instant;
  }

  private static String key(URI url) {
    return DocumentIds.ofUrl(url.toString());
  }
}
