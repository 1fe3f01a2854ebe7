// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;

/** Where people read what a network's stream brings: its address is one for programs. */
final class PublicPage {
  private static final Pattern HASHTAG =
      Pattern.compile("(https?://[^/]+)/api/v1/timelines/tag/([^/?]+)");
  private static final Pattern CHANNEL = Pattern.compile("https?://[^/]+/s/([A-Za-z0-9_]+)");
  private static final Pattern COMMUNITY = Pattern.compile("https?://[^/]+(/r/[A-Za-z0-9_]+).*");
  private static final Pattern VIDEO = Pattern.compile(".*[?&]videoId=([A-Za-z0-9_-]+).*");
  private static final Pattern VIDEOS =
      Pattern.compile(".*[?&]allThreadsRelatedToChannelId=([A-Za-z0-9_-]+).*");

  private PublicPage() {}

  /** Null for what is no network, or has another address than is usual. */
  static @Nullable String of(SourceHealth feed) {
    SourceActivity activity = feed.activity();
    String url = feed.url();
    return switch (activity == null ? "" : activity.form()) {
      case "BLUESKY" -> "https://bsky.app/";
      case "X" -> "https://x.com/";
      case "MASTODON" -> filled(HASHTAG, url, "$1/tags/$2");
      case "TELEGRAM" -> filled(CHANNEL, url, "https://t.me/s/$1");
      case "REDDIT" -> filled(COMMUNITY, url, "https://www.reddit.com$1/");
      case "YOUTUBE" -> {
        String video = filled(VIDEO, url, "https://www.youtube.com/watch?v=$1");
        yield video == null ? filled(VIDEOS, url, "https://www.youtube.com/channel/$1") : video;
      }
      default -> null;
    };
  }

  private static @Nullable String filled(Pattern pattern, String url, String page) {
    Matcher matcher = pattern.matcher(url);
    return matcher.matches() ? matcher.replaceFirst(page) : null;
  }
}
