// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.sources.network.Posts;

/** Makes records of the network's answers, and notes in the progress what was taken. */
final class CommentIntake {
  private final Posts posts;

  CommentIntake(Posts posts) {
    this.posts = posts;
  }

  /**
   * @param newer whether a thread of the page is newer than all that was read before
   */
  record Threads(List<Intake> records, boolean newer) {}

  /** Of a page of threads. */
  Threads threads(YouTubeProgress progress, JsonNode body) {
    List<Intake> records = new ArrayList<>();
    boolean newer = false;
    List<JsonNode> items = new ArrayList<>();
    body.path("items").forEach(items::add);
    // The oldest first, so that the newest is remembered longest.
    Collections.reverse(items);
    for (JsonNode item : items) {
      newer |= thread(progress, item, records);
    }
    return new Threads(records, newer);
  }

  /** Of a page of the replies to one thread. */
  List<Intake> replies(YouTubeProgress progress, PendingReplies pending, JsonNode body) {
    List<Intake> records = new ArrayList<>();
    for (JsonNode item : body.path("items")) {
      takeReply(progress, item, pending.video(), records);
    }
    return records;
  }

  /** Of those asked for again: what has changed is taken anew, what is missing is gone. */
  List<Intake> again(YouTubeProgress progress, List<String> asked, JsonNode body) {
    List<Intake> records = new ArrayList<>();
    List<String> stillThere = new ArrayList<>();
    for (JsonNode item : body.path("items")) {
      String id = item.path("id").asText();
      stillThere.add(id);
      KnownComment known = progress.known(id);
      Comment comment = known == null ? null : Comment.of(item, known.video());
      if (known != null && comment != null) {
        take(progress, comment, known.replies(), records);
      }
    }
    progress
        .gone(asked, stillThere)
        .forEach(
            (id, comment) ->
                records.add(
                    posts.deleted(id, DocumentKind.COMMENT, Comment.url(id, comment.video()))));
    return records;
  }

  /** Whether the thread is newer than all that was read before. */
  private boolean thread(YouTubeProgress progress, JsonNode item, List<Intake> records) {
    JsonNode snippet = item.path("snippet");
    Comment top = Comment.of(snippet.path("topLevelComment"), snippet.path("videoId").textValue());
    if (top == null) {
      records.add(incomplete(item));
      return false;
    }
    JsonNode shown = item.path("replies").path("comments");
    int count = snippet.path("totalReplyCount").asInt();
    Integer before = progress.repliesOf(top.id());
    boolean newer = progress.isNewer(top.published());
    boolean grown = before == null ? newer : count > before;
    take(progress, top, count, records);
    shown.forEach(reply -> takeReply(progress, reply, top.video(), records));
    // At most five are shown here.
    if (grown && count > shown.size()) {
      progress.queueReplies(new PendingReplies(top.id(), top.video(), null));
    }
    progress.sawThread(top);
    return newer;
  }

  private void takeReply(
      YouTubeProgress progress, JsonNode item, @Nullable String video, List<Intake> records) {
    Comment reply = Comment.of(item, video);
    if (reply == null) {
      records.add(incomplete(item));
    } else {
      take(progress, reply, 0, records);
    }
  }

  private void take(
      YouTubeProgress progress, Comment comment, int replyCount, List<Intake> records) {
    if (progress.wants(comment)) {
      records.add(posts.of(comment.post()));
      progress.saw(comment, replyCount);
    } else if (progress.knows(comment)) {
      progress.saw(comment, replyCount);
    }
  }

  private Intake incomplete(JsonNode item) {
    return posts.rejection(
        "incomplete-comment",
        "the comment has no id or no text; if many are, the interface has changed: tell Marsad",
        item.path("id").asText("without-id"));
  }
}
