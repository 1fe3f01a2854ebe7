// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.model.Deletion;
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
import org.marsad.sources.network.Reading;

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
  protected List<String> serveBadDates() {
    add(1, Instant.parse("0001-01-01T00:00:00Z"));
    add(2, Instant.parse("2900-01-01T00:00:00Z"));
    server.on(PATH, this::page);
    // What is older than the first reading may reach is not asked for.
    return List.of("2");
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
  protected String serveEdit(String text) {
    replace(249, json -> json.replace("one &amp; two", text));
    return "249";
  }

  /** The newest are asked for by their ids once an hour. */
  @Override
  protected Duration untilChangesAreNoticed() {
    return Duration.ofMinutes(61);
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

    Document comment = readAll(open(), null).stored().get(0);

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

  /** A moderator may hold a comment back for a moment: one look proves nothing. */
  @Test
  void aCommentThatIsMissingAtTwoLooksIsDeleted() throws Exception {
    serveSeveralPages();
    String cursor = readAll(open(), null).cursor();
    comments.removeIf(comment -> comment.id() == 240 || comment.id() == 3);
    Reading first = later(cursor);
    assertThat(first.deletions()).isEmpty();
    Reading second = later(first.cursor());

    // Number 3 is not among the newest hundred, which are all that is remembered.
    assertThat(second.deletions())
        .extracting(Deletion::documentId, Deletion::reason)
        .containsExactly(
            tuple(DocumentIds.ofUrl("https://outlet.example/a#comment-240"), "deleted-at-source"));
    assertThat(later(second.cursor()).records()).isEmpty();
  }

  @Test
  void aCommentThatIsBackAtTheSecondLookStays() throws Exception {
    serveSeveralPages();
    String cursor = readAll(open(), null).cursor();
    List<Comment> all = List.copyOf(comments);
    comments.removeIf(comment -> comment.id() == 240);
    Reading first = later(cursor);
    comments.clear();
    comments.addAll(all);
    Reading second = later(first.cursor());
    comments.removeIf(comment -> comment.id() == 240);

    assertThat(second.records()).isEmpty();
    assertThat(later(second.cursor()).deletions()).isEmpty();
  }

  /** A site that shows nothing, or what was not asked for, proves nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{\"id\":999,\"content\":{\"rendered\":\"x\"}}]"})
  void anAnswerThatIsNoneTellsNoDeletions(String answer) throws Exception {
    serveSeveralPages();
    String cursor = readAll(open(), null).cursor();
    server.on(PATH, asked -> asked.query("include") == null ? page(asked) : Answer.json(answer));
    Reading first = later(cursor);

    assertThat(first.records()).isEmpty();
    assertThat(later(first.cursor()).records()).isEmpty();
  }

  @Test
  void aSiteThatCannotBeAskedByIdsIsStillAskedForWhatIsNew() throws Exception {
    serveSeveralPages();
    String cursor = readAll(open(), null).cursor();
    server.on(
        PATH,
        asked -> asked.query("include") == null ? page(asked) : new Answer(400, Map.of(), "{}"));
    Reading first = later(cursor);
    assertThat(first.fault()).isNotNull();
    serveNewer();

    assertThat(later(first.cursor()).documents())
        .extracting(RawDocument::nativeId)
        .containsExactly("251", "252");
  }

  @Test
  void goesOnFromACursorOfBeforeTheLooks() throws Exception {
    serveSeveralPages();
    String old = "{\"last\":\"" + FIRST.plusSeconds(229) + "\",\"ids\":[\"229\"],\"page\":1}";

    assertThat(readAll(open(), old).documents()).hasSize(21);
  }

  private Reading later(@Nullable String cursor) throws Exception {
    clock.move(untilChangesAreNoticed());
    return readAll(open(), cursor);
  }

  private void replace(int id, UnaryOperator<String> change) {
    comments.replaceAll(
        comment ->
            comment.id() == id
                ? new Comment(id, comment.written(), change.apply(comment.json()))
                : comment);
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
    String include = request.query("include");
    if (include != null) {
      Set<String> ids = Set.of(include.split(","));
      return Answer.json(
          comments.stream()
              .filter(comment -> ids.contains(String.valueOf(comment.id())))
              .map(Comment::json)
              .collect(Collectors.joining(",", "[", "]")));
    }
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
