// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.marsad.model.Document;
import org.marsad.model.DocumentIds;
import org.marsad.model.RawDocument;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetcherContract;
import org.marsad.sources.network.NetworkServer;
import org.marsad.sources.network.NetworkServer.Answer;

class WordPressCommentsTest extends FetcherContract {
  private static final String PATH = "/wp-json/wp/v2/comments";
  private static final Instant FIRST = NOW.minusSeconds(86_400);

  private record Comment(int id, Instant written, String json) {}

  private final List<Comment> comments = new ArrayList<>();

  @Override
  protected OutletFeed feed() {
    return new OutletFeed(
        "outlet",
        "Outlet",
        "ar",
        server.url(PATH),
        FeedContent.COMMENTS,
        null,
        null,
        FeedForm.WORDPRESS_COMMENTS,
        Map.of());
  }

  /** 250, the last 20 of them of one second. */
  @Override
  protected List<String> serveSeveralPages() {
    IntStream.rangeClosed(1, 250).forEach(i -> add(i, FIRST.plusSeconds(Math.min(i, 230))));
    server.on(PATH, this::page);
    return names();
  }

  @Override
  protected List<String> serveNewer() {
    add(251, FIRST.plusSeconds(230));
    add(252, FIRST.plusSeconds(500));
    return List.of("251", "252");
  }

  @Override
  protected List<String> serveOneBadItem() {
    add(1, FIRST);
    comments.add(
        new Comment(2, FIRST, "{\"id\":{},\"content\":7,\"date_gmt\":[],\"author\":\"x\"}"));
    add(3, FIRST.plusSeconds(1));
    server.on(PATH, this::page);
    return List.of("1", "3");
  }

  @Override
  protected void serveTruncated() {
    server.on(PATH, Answer.json("[{\"id\":1,\"content\":{\"rend"));
  }

  @Override
  protected void serveFault(Answer answer) {
    server.on(PATH, answer);
  }

  @Override
  protected List<String> planted() {
    return List.of("Nickname", "nick.example", "gravatar.example");
  }

  @Test
  void aCommentKnowsItsArticleAndIsPlain() throws Exception {
    add(1, FIRST);
    server.on(PATH, this::page);

    RawDocument comment = readAll(open(), null).documents().get(0);

    assertThat(comment.parentUrl()).isEqualTo("https://outlet.example/a");
    assertThat(comment.url()).isEqualTo("https://outlet.example/a#comment-1");
    assertThat(comment.text()).isEqualTo("one & two");
    assertThat(comment.published()).isEqualTo(FIRST);
    assertThat(comment.author()).isEqualTo(pseudonyms.of("outlet", "Nickname"));
  }

  @Test
  void aCommentOnALaterPageStandsUnderTheSameArticle() throws Exception {
    add(1, FIRST);
    comments.set(
        0,
        new Comment(
            1, FIRST, comments.get(0).json().replace("/a#", "/a/comment-page-2/?utm_source=x#")));
    server.on(PATH, this::page);

    Document comment = extracted(readAll(open(), null).documents()).get(0);

    assertThat(comment.parentId()).isEqualTo(DocumentIds.ofUrl("https://outlet.example/a/"));
    assertThat(comment.url()).isEqualTo("https://outlet.example/a/#comment-1");
  }

  @Test
  void readsASecondWithMoreCommentsThanAPage() throws Exception {
    IntStream.rangeClosed(1, 230).forEach(i -> add(i, FIRST));
    server.on(PATH, this::page);

    assertThat(readAll(open(), null).documents())
        .extracting(RawDocument::nativeId)
        .containsExactlyElementsOf(names());
  }

  @Test
  void leavesASiteAloneThatClosedItsInterface() throws Exception {
    server.on(PATH, new Answer(404, Map.of(), "{\"code\":\"rest_no_route\",\"message\":\"none\"}"));

    assertThat(step(open(), null).fault())
        .satisfies(fault -> assertThat(fault.state()).isEqualTo(SourceState.REFUSED));
  }

  private List<String> names() {
    return comments.stream().map(comment -> String.valueOf(comment.id())).toList();
  }

  private void add(int id, Instant written) {
    comments.add(
        new Comment(
            id,
            written,
            "{\"id\":"
                + id
                + ",\"post\":9,\"author\":0,\"author_name\":\"Nickname\",\"author_url\":"
                + "\"https://nick.example\",\"author_avatar_urls\":{\"24\":\"https://gravatar.example"
                + "/x\"},\"type\":\"comment\",\"date_gmt\":\""
                + written.toString().replace("Z", "")
                + "\",\"link\":\"https://outlet.example/a#comment-"
                + id
                + "\",\"content\":{\"rendered\":\"<p>one &amp; two</p>\\n\"}}"));
  }

  /** As WordPress answers: behind a moment, oldest first. */
  private Answer page(NetworkServer.Request request) {
    Instant after = Instant.parse(String.valueOf(request.query("after")));
    int size = Integer.parseInt(String.valueOf(request.query("per_page")));
    int page = Integer.parseInt(String.valueOf(request.query("page")));
    List<String> behind =
        comments.stream()
            .filter(comment -> comment.written().isAfter(after))
            .map(Comment::json)
            .toList();
    int pages = (behind.size() + size - 1) / size;
    List<String> shown =
        behind.subList(
            Math.min(behind.size(), (page - 1) * size), Math.min(behind.size(), page * size));
    return new Answer(
        200,
        Map.of("Content-Type", "application/json", "X-WP-TotalPages", String.valueOf(pages)),
        "[" + String.join(",", shown) + "]");
  }
}
