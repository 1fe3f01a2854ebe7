// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.sources.network.JsonFields;
import org.marsad.sources.network.Posts;

/**
 * A comment or a reply, as the network gives it. The author's name, picture and link are not read.
 *
 * @param channel where there is no video: the one that was commented on
 * @param author the identifier of the author's channel
 * @param updated as the network writes it; empty where it does not
 */
record Comment(
    String id,
    @Nullable String video,
    @Nullable String channel,
    String text,
    @Nullable String author,
    @Nullable Instant published,
    String updated) {
  private static final String SITE = "https://www.youtube.com/";

  /**
   * @param resource of the kind {@code youtube#comment}
   * @param videoOfThread for replies, which do not name their video
   * @return null where it has no id or no text
   */
  static @Nullable Comment of(JsonNode resource, @Nullable String videoOfThread) {
    JsonNode snippet = resource.path("snippet");
    String id = JsonFields.text(resource, "id");
    // The original is promised to the author only; as asked for, the other is plain as well.
    String original = JsonFields.text(snippet, "textOriginal");
    String text = original == null ? JsonFields.text(snippet, "textDisplay") : original;
    if (id == null || text == null) {
      return null;
    }
    String video = JsonFields.text(snippet, "videoId");
    String updated = JsonFields.text(snippet, "updatedAt");
    return new Comment(
        id,
        video == null ? videoOfThread : video,
        JsonFields.text(snippet, "channelId"),
        text,
        JsonFields.text(snippet.path("authorChannelId"), "value"),
        JsonFields.time(snippet, "publishedAt"),
        updated == null ? "" : updated);
  }

  Posts.Post post() {
    return new Posts.Post(
        id,
        url(id, video),
        DocumentKind.COMMENT,
        parentUrl(),
        null,
        null,
        text,
        author,
        published,
        null);
  }

  /** Where the comment is shown first under its video. */
  static @Nullable String url(String id, @Nullable String video) {
    return video == null ? null : SITE + "watch?v=" + video + "&lc=" + id;
  }

  private @Nullable String parentUrl() {
    if (video != null) {
      return SITE + "watch?v=" + video;
    }
    return channel == null ? null : SITE + "channel/" + channel;
  }
}
