// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The networks that can be followed. Each is one outlet of the index; its streams are what is
 * followed of it.
 */
public enum Network {
  BLUESKY("Bluesky", FeedForm.BLUESKY, FeedContent.POSTS, List.of(), List.of(), List.of()),
  MASTODON(
      "Mastodon",
      FeedForm.MASTODON,
      FeedContent.POSTS,
      List.of(),
      List.of("instance", "hashtag"),
      List.of()),
  TELEGRAM(
      "Telegram", FeedForm.TELEGRAM, FeedContent.POSTS, List.of(), List.of("channel"), List.of()),
  REDDIT(
      "Reddit",
      FeedForm.REDDIT,
      FeedContent.POSTS,
      List.of(NetworkKeys.REDDIT_ID, NetworkKeys.REDDIT_SECRET),
      List.of("subreddit", "comments"),
      List.of()),
  YOUTUBE(
      "YouTube",
      FeedForm.YOUTUBE,
      FeedContent.COMMENTS,
      List.of(NetworkKeys.YOUTUBE),
      List.of("video", "channel"),
      List.of(NumberOption.DAILY_UNITS, NumberOption.BACKFILL_DAYS)),
  X(
      "X",
      FeedForm.X,
      FeedContent.POSTS,
      List.of(NetworkKeys.X),
      List.of("query"),
      List.of(NumberOption.MONTHLY_READS, NumberOption.WATCH));

  private final String title;
  private final FeedForm form;
  private final FeedContent content;
  private final List<String> keys;
  private final List<String> subjects;
  private final List<NumberOption> options;

  Network(
      String title,
      FeedForm form,
      FeedContent content,
      List<String> keys,
      List<String> subjects,
      List<NumberOption> options) {
    this.title = title;
    this.form = form;
    this.content = content;
    this.keys = keys;
    this.subjects = subjects;
    this.options = options;
  }

  /** As documents name their source, and the file its entries. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static boolean isId(String id) {
    return Arrays.stream(values()).anyMatch(network -> network.id().equals(id));
  }

  public String title() {
    return title;
  }

  public FeedForm form() {
    return form;
  }

  public FeedContent content() {
    return content;
  }

  /** The names of the keys without which nothing is asked of it. */
  public List<String> keys() {
    return keys;
  }

  /** The keys of a stream that say what is followed. */
  List<String> subjects() {
    return subjects;
  }

  List<NumberOption> options() {
    return options;
  }

  /** Whether keywords, and nothing else, choose what is taken. */
  boolean livesOnKeywords() {
    return this == BLUESKY || this == X;
  }

  /** Whether what is followed is about many things, so that keywords must choose among them. */
  boolean needsKeywords() {
    return this != MASTODON && this != YOUTUBE;
  }
}
