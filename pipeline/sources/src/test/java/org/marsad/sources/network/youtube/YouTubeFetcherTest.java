// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.model.DocumentIds;
import org.marsad.model.DocumentKind;
import org.marsad.model.RawDocument;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.FetchStep.Fault;
import org.marsad.sources.network.FetcherContract;
import org.marsad.sources.network.NetworkServer;
import org.marsad.sources.network.Reading;
import org.marsad.sources.network.SocialData;

class YouTubeFetcherTest extends FetcherContract {
  private static final String PATH = "/youtube/v3/";
  private static final String RECORDED =
      "youtube-python-youtube/comment_threads/comment_threads_all_to_me.json";

  private final FakeYouTube network = new FakeYouTube();
  private final Map<String, String> options = new HashMap<>();

  @BeforeEach
  void serve() {
    server.on(PATH + "commentThreads", network).on(PATH + "comments", network);
  }

  @Override
  protected Map<String, String> environment() {
    return Map.of("MARSAD_YOUTUBE_KEY", "secret-key");
  }

  @Override
  protected List<String> planted() {
    return List.of("some.body", "UCsomebody", "face.jpg");
  }

  @Override
  protected List<String> serveSeveralPages() {
    for (int i = 1; i <= 5; i++) {
      network.comment("c" + i, hoursAgo(i), "comment " + i);
    }
    return List.of("c1", "c2", "c3", "c4", "c5");
  }

  @Override
  protected List<String> serveNewer() {
    network.comment("newer", clock.instant(), "a newer one");
    return List.of("newer");
  }

  @Override
  protected List<String> serveOneBadItem() {
    network.comment("c1", hoursAgo(1), "comment 1");
    network.comment("bad", hoursAgo(2), "words").removeAll().put("authorChannelId", 7);
    network.comment("c3", hoursAgo(3), "comment 3");
    return List.of("c1", "c3");
  }

  @Override
  protected void serveTruncated() {
    network.comment("c1", hoursAgo(1), "comment 1");
    String whole = network.threads();
    serveFault(NetworkServer.Answer.json(whole.substring(0, whole.length() - 9)));
  }

  @Override
  protected void serveFault(NetworkServer.Answer answer) {
    network.fail(answer);
  }

  @Override
  protected String serveDeletion() {
    network.delete("c4");
    return "c4";
  }

  @Override
  protected String serveEdit(String text) {
    network.edit("c2", clock.instant(), text);
    return "c2";
  }

  @Override
  protected List<String> serveBadDates() {
    network.comment("c1", Instant.parse("0001-01-01T00:00:00Z"), "comment 1");
    network.comment("c2", Instant.parse("2900-01-01T00:00:00Z"), "comment 2");
    // What is older than the first walk may reach is not taken.
    return List.of("c2");
  }

  @Test
  void aCommentDatedAheadHidesNoneThatAreWrittenUntilThen() throws Exception {
    network.comment("ahead", Instant.parse("2900-01-01T00:00:00Z"), "by a wrong clock");
    assertThat(poll().ids()).containsExactly("ahead");

    clock.move(Duration.ofMinutes(30));
    for (int i = 1; i <= 5; i++) {
      network.comment("c" + i, clock.instant().minusSeconds(i), "comment " + i);
    }
    assertThat(poll().ids()).containsExactlyInAnyOrder("c1", "c2", "c3", "c4", "c5");
  }

  /** As a checkpoint of an earlier program holds it. */
  @Test
  void goesOnByACursorOfTheFirstForm() throws Exception {
    serveSeveralPages();
    pollFrom(
        """
        {"readUpTo":%d,"newest":%d,"page":null,"replies":[],"asking":[],"asked":%d,
         "threadsAgain":false,"spending":{"period":"2026-11-20","spent":5},
         "known":{"c3":{"updated":"%s","video":"abcdefghijk","replies":0},
                  "c4":{"updated":"%s","video":"abcdefghijk","replies":0},
                  "c5":{"updated":"%s","video":"abcdefghijk","replies":0}}}
        """
            .formatted(
                hoursAgo(3).toEpochMilli(),
                hoursAgo(3).toEpochMilli(),
                NOW.toEpochMilli(),
                hoursAgo(3),
                hoursAgo(4),
                hoursAgo(5)));

    assertThat(poll().ids()).containsExactlyInAnyOrder("c1", "c2");
  }

  /** What is stored must not keep a wording that its author has changed. */
  @Test
  void followsWhatItTookWhenAnEditLosesTheKeyword() throws Exception {
    options.put("keywords", "migrants");
    network.comment("c1", hoursAgo(1), "les migrants");
    network.comment("c2", hoursAgo(2), "une chanson");
    assertThat(poll().ids()).containsExactly("c1");

    network.edit("c1", clock.instant(), "autre chose");
    network.edit("c2", clock.instant(), "une autre chanson");
    clock.move(Duration.ofHours(25));

    assertThat(poll().texts()).containsExactly("autre chose");
    assertThat(poll().records()).isEmpty();
  }

  /** The memory of an earlier program is empty, and what it took is known by its words alone. */
  @Test
  void keywordsGoOnByACursorWithoutAMemory() throws Exception {
    serveSeveralPages();
    pollFrom(poll().cursor());
    options.put("keywords", "newer");
    serveNewer();
    clock.move(Duration.ofMinutes(30));

    assertThat(poll().ids()).containsExactly("newer");
  }

  @Test
  void takesAllCommentsAndThenOnlyThoseThatAreNew() throws Exception {
    for (int i = 1; i <= 8; i++) {
      network.comment("c" + i, hoursAgo(i), "comment " + i);
    }
    network.reply("c2", "c2.r1", hoursAgo(1), "a reply");

    assertThat(poll().ids())
        .containsExactlyInAnyOrder("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c2.r1");

    network.comment("new", clock.instant(), "a new one");
    network.reply("c1", "c1.r1", clock.instant(), "a new reply");
    clock.move(Duration.ofMinutes(30));
    int before = server.requests().size();
    assertThat(poll().ids()).containsExactlyInAnyOrder("new", "c1.r1");
    assertThat(server.requests()).hasSizeLessThanOrEqualTo(before + 2);
    assertThat(poll().records()).isEmpty();
  }

  @Test
  void aCommentHasItsVideoItsTimeAndAPseudonymAndNothingElseOfItsAuthor() throws Exception {
    network.comment("c1", hoursAgo(1), "some words");
    network.reply("c1", "c1.r1", hoursAgo(1), "an answer");

    Reading brought = poll();

    RawDocument comment = brought.documents().get(0);
    assertThat(comment.kind()).isEqualTo(DocumentKind.COMMENT);
    assertThat(comment.text()).isEqualTo("some words");
    assertThat(comment.published()).isEqualTo(hoursAgo(1));
    assertThat(comment.author()).isEqualTo(pseudonyms.of("youtube", "UCsomebody"));
    assertThat(comment.url()).isEqualTo("https://www.youtube.com/watch?v=abcdefghijk&lc=c1");
    assertThat(brought.documents())
        .extracting(RawDocument::parentUrl)
        .containsOnly("https://www.youtube.com/watch?v=abcdefghijk");
  }

  @Test
  void theKeyIsInAHeaderAndInNoAddress() throws Exception {
    assertThat(poll().fault()).isNull();

    NetworkServer.Request request = server.requests().get(0);
    assertThat(request.header("X-Goog-Api-Key")).isEqualTo("secret-key");
    assertThat(request.query()).doesNotContainValue("secret-key");
  }

  @Test
  void readsTheRepliesThatAThreadDoesNotShow() throws Exception {
    network.comment("c1", hoursAgo(9), "a comment");
    for (int i = 1; i <= 8; i++) {
      network.reply("c1", "c1.r" + i, hoursAgo(1), "reply " + i);
    }

    assertThat(poll().ids()).hasSize(9).contains("c1.r8");

    network.reply("c1", "c1.r9", clock.instant(), "reply 9");
    assertThat(poll().ids()).containsExactly("c1.r9");
  }

  @Test
  void goesBackNoFurtherThanItShould() throws Exception {
    options.put("backfill-days", "2");
    IntStream.range(0, 12)
        .forEach(day -> network.comment("c" + day, hoursAgo(24 * day + 1), "comment " + day));

    assertThat(poll().ids()).containsExactlyInAnyOrder("c0", "c1", "c2");
  }

  @Test
  void followsEditsAndDeletions() throws Exception {
    network.comment("stays", hoursAgo(5), "stays");
    network.comment("edited", hoursAgo(4), "before");
    network.comment("deleted", hoursAgo(3), "goes");
    network.reply("deleted", "deleted.r1", hoursAgo(2), "goes with it");
    assertThat(poll().ids()).hasSize(4);

    network.edit("edited", clock.instant(), "after");
    network.delete("deleted");
    clock.move(Duration.ofHours(25));
    Reading brought = poll();

    assertThat(brought.documents()).extracting(RawDocument::text).containsExactly("after");
    assertThat(brought.deletions())
        .extracting(deletion -> deletion.documentId())
        .containsExactlyInAnyOrder(
            DocumentIds.ofNativeId("youtube", "deleted"),
            DocumentIds.ofNativeId("youtube", "deleted.r1"));
    assertThat(poll().records()).isEmpty();
  }

  @Test
  void whatGoesWithItsVideoIsDeletedAsWell() throws Exception {
    network.comment("c1", hoursAgo(5), "a comment");
    assertThat(poll().ids()).hasSize(1);

    network.delete("c1");
    network.fail(FakeYouTube.error(404, "videoNotFound"));
    clock.move(Duration.ofHours(2));
    Reading brought = poll();

    assertThat(brought.deletions()).hasSize(1);
    assertThat(brought.expectedFault().state()).isEqualTo(SourceState.REFUSED);
    assertThat(brought.expectedFault().message()).contains("networks.yaml");
  }

  @Test
  void stopsAtItsShareOfTheDayAndGoesOnWhenTheDayIsOverInCalifornia() throws Exception {
    options.put("daily-units", "2");
    for (int i = 1; i <= 8; i++) {
      network.comment("c" + i, hoursAgo(i), "comment " + i);
    }

    Reading first = poll();

    assertThat(first.ids()).hasSize(6);
    assertThat(first.expectedFault().state()).isEqualTo(SourceState.THROTTLED);
    assertThat(first.expectedFault().message()).contains("daily-units");
    assertThat(first.expectedFault().until()).isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
    assertThat(server.requests()).hasSize(2);
    clock.move(Duration.between(clock.instant(), Instant.parse("2026-11-21T08:00:00Z")));
    assertThat(poll().ids()).containsExactlyInAnyOrder("c7", "c8");
  }

  @Test
  void tellsWhatARefusalMeans() throws Exception {
    network.fail(FakeYouTube.error(403, "quotaExceeded"));
    assertThat(poll().expectedFault())
        .extracting(Fault::state, Fault::until)
        .containsExactly(SourceState.THROTTLED, Instant.parse("2026-11-21T08:00:00Z"));

    network.fail(FakeYouTube.error(403, "commentsDisabled"));
    assertThat(poll().expectedFault())
        .extracting(Fault::state, Fault::status)
        .containsExactly(SourceState.REFUSED, 403);
    assertThat(poll().expectedFault().message()).contains("switched off");

    network.fail(
        FakeYouTube.answer(
            400, "{\"error\":{\"code\":400,\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}"));
    assertThat(poll().expectedFault().message())
        .contains("MARSAD_YOUTUBE_KEY")
        .doesNotContain("secret");

    network.fail(FakeYouTube.answer(500, "oops"));
    assertThat(poll().expectedFault().state()).isEqualTo(SourceState.FAILING);

    network.fail(FakeYouTube.answer(200, "<html>"));
    assertThat(poll().expectedFault().message()).contains("JSON");

    network.fail(null);
    network.comment("c1", hoursAgo(1), "well again");
    assertThat(poll().ids()).containsExactly("c1");
  }

  @Test
  void takesOnlyWhatAKeywordOccursIn() throws Exception {
    options.put("keywords", "migrants\nمهاجرين");
    network.comment("c1", hoursAgo(1), "Les MIGRANTS sont des voisins");
    network.comment("c2", hoursAgo(2), "une belle chanson");
    network.comment("c3", hoursAgo(3), "مرحبا بالمهاجرين");

    assertThat(poll().ids()).containsExactlyInAnyOrder("c1", "c3");
  }

  @Test
  void aPageThatIsNotKnownAnyMoreBeginsTheWalkAnew() throws Exception {
    for (int i = 1; i <= 5; i++) {
      network.comment("c" + i, hoursAgo(i), "comment " + i);
    }
    FetchStep first = step(open(), null);
    assertThat(first.more()).isTrue();

    network.forget("P3");
    FetchStep second = step(open(), first.cursor());
    assertThat(second.records()).isEmpty();
    pollFrom(second.cursor());
    network.forget("none");

    assertThat(poll().ids()).containsExactlyInAnyOrder("c4", "c5");
  }

  /** An answer of the real interface, as it was recorded. */
  @Test
  void readsARecordedAnswer() throws Exception {
    network.fail(FakeYouTube.answer(200, SocialData.read(RECORDED)));
    options.put("backfill-days", "3650");

    Reading brought = poll();

    assertThat(brought.ids()).contains("UgyWeTdgc4sc1xgmbld4AaABAg").hasSizeGreaterThan(3);
    assertThat(brought.rejections()).isEmpty();
    assertThat(brought.documents())
        .allSatisfy(comment -> assertThat(comment.parentUrl()).startsWith("https://www.youtube"))
        .allSatisfy(comment -> assertThat(comment.author()).hasSize(64));
  }

  @Override
  protected OutletFeed feed() {
    return new OutletFeed(
        "youtube",
        "YouTube",
        null,
        server.url(PATH + "commentThreads?videoId=" + FakeYouTube.VIDEO),
        FeedContent.COMMENTS,
        null,
        null,
        FeedForm.YOUTUBE,
        options);
  }

  private Instant hoursAgo(int hours) {
    return clock.instant().minus(Duration.ofHours(hours));
  }
}
