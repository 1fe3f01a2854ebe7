// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.x;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.network.NetworkServer.Answer;
import org.marsad.sources.network.NetworkServer.Request;
import org.marsad.sources.network.NetworkServer.Script;

/** The recent search and the look-up of posts, with pages as large as is asked for. */
final class FakeX implements Script {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ObjectNode> posts = new ArrayList<>();
  private final Map<String, String> headers = new HashMap<>();
  private @Nullable Answer fault;
  private String tooOld = "0";

  ObjectNode post(String id, Instant published, String text) {
    ObjectNode post = JSON.createObjectNode();
    post.put("id", id).put("text", text).put("author_id", "987654321").put("lang", "fr");
    post.put("created_at", published.toString());
    post.putArray("edit_history_tweet_ids").add(id);
    posts.add(post);
    return post;
  }

  void delete(String id) {
    posts.removeIf(post -> post.path("id").asText().equals(id));
  }

  void header(String name, String value) {
    headers.put(name, value);
  }

  /** Searches are answered with this from now on; null for well again. */
  void fail(@Nullable Answer answer) {
    fault = answer;
  }

  /** What was posted up to this one has left the search. */
  void reachBackTo(String id) {
    tooOld = id;
  }

  static Answer answer(int status, String body) {
    return new Answer(status, Map.of("Content-Type", "application/json"), body);
  }

  @Override
  public Answer answer(Request request) {
    Map<String, String> parameters = request.query();
    if (request.path().equals("/2/tweets")) {
      return lookUp(List.of(parameters.getOrDefault("ids", "").split(",")));
    }
    if (fault != null) {
      return fault;
    }
    String since = parameters.getOrDefault("since_id", "");
    if (!since.isEmpty() && since.compareTo(tooOld) < 0) {
      return answer(
          400, "{\"errors\":[{\"parameters\":{\"since_id\":[\"%s\"]}}]}".formatted(since));
    }
    return search(since, parameters);
  }

  private Answer search(String since, Map<String, String> parameters) {
    int most = Integer.parseInt(parameters.getOrDefault("max_results", "10"));
    int start = Integer.parseInt(parameters.getOrDefault("next_token", "0"));
    List<ObjectNode> found =
        posts.stream()
            .filter(post -> post.path("id").asText().compareTo(since) > 0)
            .filter(post -> post.path("id").asText().compareTo(tooOld) > 0)
            .sorted(Comparator.comparing((ObjectNode post) -> post.path("id").asText()).reversed())
            .toList();
    ObjectNode body = JSON.createObjectNode();
    List<ObjectNode> page = found.stream().skip(start).limit(most).toList();
    if (!page.isEmpty()) {
      body.putArray("data").addAll(page);
    }
    ObjectNode meta = body.putObject("meta").put("result_count", page.size());
    if (start + most < found.size()) {
      meta.put("next_token", Integer.toString(start + most));
    }
    return new Answer(200, headers, body.toString());
  }

  private Answer lookUp(List<String> ids) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode data = body.putArray("data");
    ArrayNode errors = body.putArray("errors");
    for (String id : ids) {
      posts.stream()
          .filter(post -> post.path("id").asText().equals(id))
          .findAny()
          .ifPresentOrElse(
              data::add,
              () ->
                  errors
                      .addObject()
                      .put("type", "https://api.twitter.com/2/problems/resource-not-found")
                      .put("resource_type", "tweet")
                      .put("resource_id", id));
    }
    return Answer.json(body.toString());
  }
}
