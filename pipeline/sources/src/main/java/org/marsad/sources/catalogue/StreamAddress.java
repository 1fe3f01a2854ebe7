// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where what a stream names is read.
 *
 * @param server in place of the network's own
 */
record StreamAddress(Network network, @Nullable URI server) {
  private static final Pattern HASHTAG = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");
  private static final Pattern TELEGRAM_CHANNEL = Pattern.compile("[A-Za-z][A-Za-z0-9_]{3,31}");
  private static final Pattern SUBREDDIT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]{1,20}");
  private static final Pattern VIDEO = Pattern.compile("[A-Za-z0-9_-]{11}");
  private static final Pattern YOUTUBE_CHANNEL = Pattern.compile("UC[A-Za-z0-9_-]{22}");

  /** Null where a fault was noted. */
  @Nullable URI of(YamlMap stream) {
    return switch (network) {
      case BLUESKY -> at("https://jetstream2.us-east.bsky.network", "/subscribe");
      case MASTODON -> mastodon(stream);
      case TELEGRAM -> {
        String channel = matching(stream, "channel", TELEGRAM_CHANNEL, "the name in t.me/s/NAME");
        yield channel == null ? null : at("https://t.me", "/s/" + channel);
      }
      case REDDIT -> {
        String community = matching(stream, "subreddit", SUBREDDIT, "the name behind r/");
        String listing = stream.flag("comments") ? "/comments" : "/new";
        yield community == null
            ? null
            : at("https://oauth.reddit.com", "/r/" + community + listing);
      }
      case YOUTUBE -> youtube(stream);
      case X -> at("https://api.x.com", "/2/tweets/search/recent");
    };
  }

  private static @Nullable URI mastodon(YamlMap stream) {
    URI instance = stream.requiredUrl("instance");
    String hashtag = matching(stream, "hashtag", HASHTAG, "a hashtag without its #");
    if (instance == null || hashtag == null) {
      return null;
    }
    String path = "/api/v1/timelines/tag/" + URLEncoder.encode(hashtag, StandardCharsets.UTF_8);
    return NetworkReader.at(instance, "", path);
  }

  private @Nullable URI youtube(YamlMap stream) {
    if (stream.has("video") == stream.has("channel")) {
      stream.fault("video", "give either a video or a channel");
      return null;
    }
    boolean ofVideo = stream.has("video");
    String id =
        ofVideo
            ? matching(stream, "video", VIDEO, "the 11 characters behind watch?v=")
            : matching(stream, "channel", YOUTUBE_CHANNEL, "the 24 characters from UC on");
    String parameter = ofVideo ? "videoId=" : "allThreadsRelatedToChannelId=";
    return id == null
        ? null
        : at("https://www.googleapis.com", "/youtube/v3/commentThreads?" + parameter + id);
  }

  private URI at(String standard, String path) {
    return NetworkReader.at(server, standard, path);
  }

  private static @Nullable String matching(
      YamlMap stream, String key, Pattern pattern, String expected) {
    String text = stream.requiredText(key);
    if (text != null && !pattern.matcher(text).matches()) {
      stream.fault(key, "\"" + text + "\" is not " + expected);
      return null;
    }
    return text;
  }
}
