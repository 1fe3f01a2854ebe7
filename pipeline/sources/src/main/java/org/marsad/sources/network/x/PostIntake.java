// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.x;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.sources.network.Posts;

/** Makes records of the network's answers, and notes in the progress what was taken. */
final class PostIntake {
  private final Posts posts;
  private final int watched;

  /**
   * @param watched how many of the latest posts are asked for again
   */
  PostIntake(Posts posts, int watched) {
    this.posts = posts;
    this.watched = watched;
  }

  /** Of what a search found. */
  List<Intake> found(XProgress progress, JsonNode body) {
    List<JsonNode> found = new ArrayList<>();
    body.path("data").forEach(found::add);
    List<Intake> records = new ArrayList<>();
    // The oldest first, as they were written.
    for (int i = found.size() - 1; i >= 0; i--) {
      take(progress, found.get(i), records);
    }
    for (JsonNode error : body.path("errors")) {
      records.add(withheld(error));
    }
    return records;
  }

  /** Of those asked for again: what is not given any more is gone. */
  List<Intake> gone(XProgress progress, List<String> asked, JsonNode body) {
    List<Intake> records = new ArrayList<>();
    for (String id : gone(body)) {
      if (asked.contains(id)) {
        records.add(forgotten(progress, id));
      }
    }
    return records;
  }

  /** The search reaches seven days back, and what was read last is older. */
  Intake gap() {
    return posts.rejection(
        "gap",
        "it was not read for more than a week, and the search reaches no further back: posts from"
            + " between are missing",
        "search");
  }

  private void take(XProgress progress, JsonNode resource, List<Intake> records) {
    XPost post = XPost.of(resource);
    if (post == null) {
      records.add(
          posts.rejection(
              "incomplete-post",
              "the post has no id or no text; if many are, the interface has changed: tell Marsad",
              resource.path("id").asText("without-id")));
      return;
    }
    if (!post.repost()) {
      records.add(posts.of(post.post()));
    }
    for (String id : post.earlier()) {
      records.add(forgotten(progress, id));
    }
    progress.took(post.id(), watched);
  }

  private Intake forgotten(XProgress progress, String id) {
    progress.forget(id);
    return posts.deleted(id, DocumentKind.POST, XPost.url(id));
  }

  private Intake withheld(JsonNode error) {
    // An account's number is not to be kept as it is.
    boolean namesPost = error.path("resource_type").asText().equals("tweet");
    return posts.rejection(
        "withheld",
        "the network holds a part of the answer back, with the words \""
            + error.path("title").asText("no reason given")
            + "\"; the rest was read",
        namesPost ? error.path("resource_id").asText("without-id") : "search");
  }

  /** The ids that the answer names as deleted, or as no longer for everybody. */
  private static Set<String> gone(JsonNode body) {
    Set<String> ids = new HashSet<>();
    for (JsonNode error : body.path("errors")) {
      String type = error.path("type").asText();
      if (type.endsWith("/resource-not-found") || type.endsWith("/not-authorized-for-resource")) {
        ids.add(error.path("resource_id").asText(error.path("value").asText()));
      }
    }
    return ids;
  }
}
