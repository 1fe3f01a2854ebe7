// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one outlet of the catalogue. */
final class OutletReader {
  static final List<String> KEYS =
      List.of(
          "id",
          "name",
          "language",
          "home",
          "region",
          "kind",
          "status",
          "note",
          "refusals",
          "min-delay",
          "feeds",
          "comments",
          "fictional");
  private static final List<String> FEED_KEYS =
      Stream.concat(Stream.of("url", "form", "content", "poll-every"), FormOptions.allKeys())
          .toList();
  private static final List<String> REFUSAL_KEYS = List.of("url", "since", "answer");
  static final List<String> LANGUAGES = List.of("ar", "ary", "fr", "es", "en");

  private final YamlMap entry;
  private final Set<String> ids;
  private final Set<String> urls;

  /**
   * @param ids of the outlets before this one
   * @param urls of the feeds before this outlet's
   */
  OutletReader(YamlMap entry, Set<String> ids, Set<String> urls) {
    this.entry = entry;
    this.ids = ids;
    this.urls = urls;
  }

  /** Null where a fault was noted that leaves no outlet. */
  @Nullable Outlet read() {
    String id = id();
    String name = entry.requiredText("name");
    List<String> languages = languages();
    URI home = entry.requiredUrl("home");
    String region = entry.requiredText("region");
    OutletKind kind = entry.constant("kind", OutletKind.class, null);
    OutletStatus status = entry.constant("status", OutletStatus.class, null);
    Duration minDelay = entry.duration("min-delay");
    List<Refusal> refusals = refusals();
    // Also of an outlet that cannot be used itself: its feeds' faults are told with its own.
    List<OutletFeed> feeds =
        feeds(String.valueOf(id), String.valueOf(name), languages, minDelay, refusals);
    if (id == null
        || name == null
        || home == null
        || region == null
        || kind == null
        || status == null) {
      return null;
    }
    return new Outlet(
        id,
        name,
        languages,
        home,
        region,
        kind,
        status,
        entry.text("note"),
        refusals,
        minDelay,
        feeds,
        entry.flag("fictional"));
  }

  private @Nullable String id() {
    String id = entry.requiredText("id");
    if (id != null && !id.matches("[a-z0-9-]+")) {
      entry.fault("id", "\"" + id + "\" may hold only a-z, 0-9 and hyphens");
    } else if (id != null && Network.isId(id)) {
      entry.fault("id", "\"" + id + "\" is the id of a network; choose another");
    } else if (id != null && !ids.add(id)) {
      entry.fault("id", "\"" + id + "\" is the id of an earlier outlet; ids are unique");
    }
    return id;
  }

  private List<String> languages() {
    List<String> languages = entry.texts("language");
    for (String language : languages) {
      if (!LANGUAGES.contains(language)) {
        entry.fault("language", "\"" + language + "\" is not one of " + LANGUAGES);
      }
    }
    return languages;
  }

  private List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>();
    for (YamlMap map : entry.maps("refusals", REFUSAL_KEYS)) {
      URI url = map.requiredUrl("url");
      LocalDate since = map.date("since");
      String answer = map.requiredText("answer");
      if (url != null && answer != null) {
        refusals.add(new Refusal(url, since, answer));
      }
    }
    return refusals;
  }

  private List<OutletFeed> feeds(
      String id,
      String name,
      List<String> languages,
      @Nullable Duration minDelay,
      List<Refusal> refusals) {
    String language = languages.size() == 1 ? languages.get(0) : null;
    CommentMarkup comments = CommentMarkup.read(entry, "comments");
    List<OutletFeed> feeds = new ArrayList<>();
    for (YamlMap map : entry.maps("feeds", FEED_KEYS)) {
      URI url = map.requiredUrl("url");
      FeedForm form = map.constant("form", FeedForm.class, FeedForm.FEED);
      FeedContent content = content(map, form);
      Map<String, String> options = form == null ? Map.of() : FormOptions.read(map, form);
      Duration pollEvery = map.duration("poll-every");
      if (url == null || content == null || form == null) {
        continue;
      }
      if (!urls.add(url.toString())) {
        map.fault("url", "is listed before; a feed is polled once");
      }
      if (refusals.stream().anyMatch(refusal -> refusal.url().equals(url))) {
        map.fault("url", "is listed under refusals; what refused us is not polled");
      }
      OutletFeed feed = new OutletFeed(id, name, language, url, content, pollEvery, minDelay);
      feeds.add(feed.in(form, withComments(options, content, comments)));
    }
    return feeds;
  }

  private static Map<String, String> withComments(
      Map<String, String> options, FeedContent content, @Nullable CommentMarkup comments) {
    if (comments == null || content != FeedContent.ARTICLES) {
      return options;
    }
    Map<String, String> all = new HashMap<>(options);
    all.putAll(comments.options());
    return all;
  }

  /** Feeds may be of comments; what the other forms bring, they say themselves. */
  private static @Nullable FeedContent content(YamlMap map, @Nullable FeedForm form) {
    FeedContent usual = usualContent(form);
    FeedContent content = map.constant("content", FeedContent.class, usual);
    if (form != null && form != FeedForm.FEED && content != null && content != usual) {
      map.fault("content", "goes with the form feed only; leave it out here");
    }
    return content;
  }

  private static FeedContent usualContent(@Nullable FeedForm form) {
    if (form == FeedForm.WORDPRESS_COMMENTS) {
      return FeedContent.COMMENTS;
    }
    return form != null && form.isNetwork() ? FeedContent.POSTS : FeedContent.ARTICLES;
  }
}
