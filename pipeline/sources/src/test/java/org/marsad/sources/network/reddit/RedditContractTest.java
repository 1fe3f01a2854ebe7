// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.reddit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetcherContract;
import org.marsad.sources.network.NetworkServer;

/** The comments of an invented subreddit, two a page. */
class RedditContractTest extends FetcherContract {
  private static final String PATH = "/r/fictif/comments";
  private static final String TOKEN = "/api/v1/access_token";
  private static final String INFO = "/api/info";
  private static final int PAGE = 2;

  private final TreeMap<Long, String> comments = new TreeMap<>();

  @Override
  protected OutletFeed feed() {
    server.on(
        TOKEN, NetworkServer.Answer.json("{\"access_token\":\"a-token\",\"expires_in\":86400}"));
    return new OutletFeed(
        "forum",
        "Forum",
        null,
        server.url(PATH),
        FeedContent.COMMENTS,
        null,
        null,
        FeedForm.REDDIT,
        Map.of("token-url", server.url(TOKEN).toString()));
  }

  @Override
  protected Map<String, String> environment() {
    return Map.of(
        "MARSAD_REDDIT_CLIENT_ID", "planted-client-id",
        "MARSAD_REDDIT_CLIENT_SECRET", "planted-client-secret");
  }

  @Override
  protected List<String> serveSeveralPages() {
    for (long id = 2_001; id <= 2_005; id++) {
      comments.put(id, "comment " + id);
    }
    serve();
    return comments.keySet().stream().map(RedditContractTest::name).toList();
  }

  @Override
  protected List<String> serveNewer() {
    for (long id = 2_006; id <= 2_008; id++) {
      comments.put(id, "comment " + id);
    }
    return List.of(name(2_006), name(2_007), name(2_008));
  }

  @Override
  protected List<String> serveOneBadItem() {
    String children =
        comment(2_003, "one") + ",{\"kind\":\"t1\",\"data\":7}," + comment(2_001, "two");
    server.on(PATH, NetworkServer.Answer.json(listing(children, null)));
    return List.of(name(2_003), name(2_001));
  }

  @Override
  protected List<String> serveBadDates() {
    String children =
        comment(2_004, "no time at all", "1e300")
            + ","
            + comment(2_003, "ahead", "29348006400.0")
            + ","
            + comment(2_002, "of the year 1", "-62135596800");
    server.on(PATH, NetworkServer.Answer.json(listing(children, null)));
    return List.of(name(2_004), name(2_003), name(2_002));
  }

  @Override
  protected void serveTruncated() {
    String whole = listing(comment(2_001, "one") + "," + comment(2_000, "two"), null);
    server.on(PATH, NetworkServer.Answer.json(whole.substring(0, whole.length() - 40)));
  }

  @Override
  protected void serveFault(NetworkServer.Answer answer) {
    server.on(PATH, answer);
  }

  @Override
  protected String serveDeletion() {
    comments.put(2_005L, "[removed]");
    return name(2_005);
  }

  @Override
  protected String serveEdit(String text) {
    comments.put(2_004L, text);
    return name(2_004);
  }

  @Override
  protected List<String> planted() {
    return List.of("invented_redditor", "t2_invented", "avatar-of-somebody");
  }

  private void serve() {
    server.on(
        PATH,
        request -> {
          String after = request.query("after");
          long below = after == null ? Long.MAX_VALUE : Thing.number(after);
          List<Long> shown =
              comments.headMap(below, false).descendingKeySet().stream().limit(PAGE).toList();
          boolean last = shown.isEmpty() || shown.get(shown.size() - 1).equals(comments.firstKey());
          return NetworkServer.Answer.json(
              listing(children(shown), last ? null : name(shown.get(shown.size() - 1))));
        });
    server.on(
        INFO,
        request -> {
          List<Long> asked =
              List.of(String.valueOf(request.query("id")).split(",")).stream()
                  .map(Thing::number)
                  .filter(comments::containsKey)
                  .toList();
          return NetworkServer.Answer.json(listing(children(asked), null));
        });
  }

  private String children(List<Long> ids) {
    return ids.stream()
        .map(id -> comment(id, String.valueOf(comments.get(id))))
        .collect(Collectors.joining(","));
  }

  private static String name(long id) {
    return Thing.fullName(id, true);
  }

  private static String listing(String children, @Nullable String after) {
    return "{\"kind\":\"Listing\",\"data\":{\"after\":"
        + (after == null ? "null" : "\"" + after + "\"")
        + ",\"children\":["
        + children
        + "]}}";
  }

  private static String comment(long id, String body) {
    return comment(id, body, "1795176000.0");
  }

  private static String comment(long id, String body, String created) {
    return "{\"kind\":\"t1\",\"data\":{\"id\":\""
        + Long.toString(id, 36)
        + "\",\"body\":\""
        + body
        + "\",\"author\":\"invented_redditor\",\"author_fullname\":\"t2_invented\",\"link_id\":"
        + "\"t3_abc\",\"permalink\":\"/r/fictif/comments/abc/a_title/xyz/\",\"profile_img\":"
        + "\"https://cdn.example/avatar-of-somebody.png\",\"created_utc\":"
        + created
        + "}}";
  }
}
