// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.youtube;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.network.NetworkServer.Answer;
import org.marsad.sources.network.NetworkServer.Request;
import org.marsad.sources.network.NetworkServer.Script;

/** The Data API as far as comments go: pages of three threads or replies, five replies shown. */
final class FakeYouTube implements Script {
  static final String VIDEO = "abcdefghijk";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 3;

  private record Stored(String id, @Nullable String thread, ObjectNode resource) {}

  private final List<Stored> comments = new ArrayList<>();
  private @Nullable Answer fault;
  private @Nullable String staleToken;

  ObjectNode comment(String id, Instant published, String text) {
    return add(id, null, published, text);
  }

  ObjectNode reply(String thread, String id, Instant published, String text) {
    return add(id, thread, published, text);
  }

  private ObjectNode add(String id, @Nullable String thread, Instant published, String text) {
    ObjectNode resource = JSON.createObjectNode();
    resource.put("kind", "youtube#comment").put("id", id);
    ObjectNode snippet = resource.putObject("snippet");
    snippet.put("authorDisplayName", "@some.body");
    snippet.put("authorProfileImageUrl", "https://yt3.example/face.jpg");
    snippet.put("authorChannelUrl", "http://www.youtube.com/channel/UCsomebody");
    snippet.putObject("authorChannelId").put("value", "UCsomebody");
    snippet.put("textDisplay", text).put("textOriginal", text);
    snippet.put("publishedAt", published.toString()).put("updatedAt", published.toString());
    if (thread == null) {
      snippet.put("videoId", VIDEO);
    } else {
      snippet.put("parentId", thread);
    }
    comments.add(new Stored(id, thread, resource));
    return snippet;
  }

  void delete(String id) {
    comments.removeIf(one -> one.id().equals(id) || id.equals(one.thread()));
  }

  void edit(String id, Instant when, String text) {
    for (Stored one : comments) {
      if (one.id().equals(id)) {
        ObjectNode snippet = (ObjectNode) one.resource().path("snippet");
        snippet
            .put("textOriginal", text)
            .put("textDisplay", text)
            .put("updatedAt", when.toString());
      }
    }
  }

  /** Threads are answered with this from now on; null for well again. */
  void fail(@Nullable Answer answer) {
    fault = answer;
  }

  /** The first page. */
  String threads() {
    return page(Map.of(), one -> one.thread() == null, true).body();
  }

  /** Forgets one page's token. */
  void forget(String token) {
    staleToken = token;
  }

  static Answer answer(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "application/json"), body);
  }

  static Answer error(int status, String reason) {
    return answer(
        status,
        "{\"error\":{\"code\":%d,\"errors\":[{\"reason\":\"%s\"}]}}".formatted(status, reason));
  }

  @Override
  public Answer answer(Request request) {
    Map<String, String> parameters = request.query();
    if (request.path().endsWith("/comments")) {
      String ids = parameters.get("id");
      return ids == null
          ? page(parameters, one -> Objects.equals(parameters.get("parentId"), one.thread()), false)
          : page(parameters, one -> List.of(ids.split(",")).contains(one.id()), false);
    }
    return fault != null ? fault : page(parameters, one -> one.thread() == null, true);
  }

  private Answer page(Map<String, String> parameters, Predicate<Stored> wanted, boolean threads) {
    String token = parameters.get("pageToken");
    if (token != null && token.equals(staleToken)) {
      return error(400, "invalidPageToken");
    }
    int start = token == null ? 0 : Integer.parseInt(token.substring(1));
    List<Stored> all = comments.stream().filter(wanted).sorted(newestFirst()).toList();
    int most = parameters.containsKey("id") ? all.size() : PAGE;
    ObjectNode body = JSON.createObjectNode();
    ArrayNode items = body.putArray("items");
    all.stream()
        .skip(start)
        .limit(most)
        .forEach(one -> items.add(threads ? thread(one) : one.resource()));
    if (start + most < all.size()) {
      body.put("nextPageToken", "P" + (start + most));
    }
    return Answer.json(body.toString());
  }

  private ObjectNode thread(Stored top) {
    ObjectNode thread = JSON.createObjectNode();
    thread.put("kind", "youtube#commentThread").put("id", top.id());
    List<Stored> replies = comments.stream().filter(one -> top.id().equals(one.thread())).toList();
    ObjectNode snippet = thread.putObject("snippet");
    snippet.put("videoId", VIDEO).put("totalReplyCount", replies.size());
    snippet.set("topLevelComment", top.resource());
    if (!replies.isEmpty()) {
      ArrayNode shown = thread.putObject("replies").putArray("comments");
      replies.stream().limit(5).forEach(one -> shown.add(one.resource()));
    }
    return thread;
  }

  private static Comparator<Stored> newestFirst() {
    return Comparator.comparing(
            (Stored one) -> one.resource().path("snippet").path("publishedAt").asText())
        .reversed();
  }
}
