// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.sources.network.JsonFields;
import org.marsad.sources.network.Posts;

/**
 * A post, as the network gives it. The author's handle, name and picture are not asked for.
 *
 * @param author the lasting number of the account
 * @param language null where the network has found none
 * @param earlier the ids that it had before it was edited
 * @param answered the id of the post that it answers
 * @param repost whether it only passes on another's post
 */
record XPost(
    String id,
    String text,
    @Nullable String author,
    @Nullable Instant published,
    @Nullable String language,
    List<String> earlier,
    @Nullable String answered,
    boolean repost) {
  static final String FIELDS =
      "author_id,created_at,edit_history_tweet_ids,lang,note_tweet,referenced_tweets";

  /** Codes for posts of pictures, tags or links only, and for what was not recognised. */
  private static final Set<String> NO_LANGUAGE =
      Set.of("und", "zxx", "qam", "qct", "qht", "qme", "qst", "art");

  /**
   * @return null where it has no id or no text
   */
  static @Nullable XPost of(JsonNode resource) {
    String id = JsonFields.text(resource, "id");
    String whole = JsonFields.text(resource.path("note_tweet"), "text");
    String text = whole == null ? JsonFields.text(resource, "text") : whole;
    if (id == null || text == null) {
      return null;
    }
    String language = JsonFields.text(resource, "lang");
    return new XPost(
        id,
        Parser.unescapeEntities(text, false),
        JsonFields.text(resource, "author_id"),
        JsonFields.time(resource, "created_at"),
        language == null || NO_LANGUAGE.contains(language) ? null : language,
        earlier(resource.path("edit_history_tweet_ids"), id),
        referenced(resource, "replied_to"),
        referenced(resource, "retweeted") != null);
  }

  Posts.Post post() {
    return new Posts.Post(
        id, url(id), DocumentKind.POST, null, answered, null, text, author, published, language);
  }

  /** Leads to the post without naming who wrote it. */
  static String url(String id) {
    return "https://x.com/i/status/" + id;
  }

  private static List<String> earlier(JsonNode history, String id) {
    List<String> earlier = new ArrayList<>();
    history.forEach(one -> earlier.add(one.asText()));
    earlier.remove(id);
    return earlier;
  }

  /** The id of the post to which this one stands so; null where there is none. */
  private static @Nullable String referenced(JsonNode resource, String type) {
    for (JsonNode one : resource.path("referenced_tweets")) {
      if (one.path("type").asText().equals(type)) {
        return JsonFields.text(one, "id");
      }
    }
    return null;
  }
}
