// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.model.DocumentIds;
import org.marsad.model.DocumentKind;
import org.marsad.model.RawDocument;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetchStep.Fault;
import org.marsad.sources.network.keyed.ApiServer;
import org.marsad.sources.network.keyed.FetcherRun;
import org.marsad.sources.network.keyed.FetcherRun.Brought;
import org.marsad.sources.network.keyed.StandingClock;

class YouTubeFetcherTest {
  private static final Map<String, String> KEY = Map.of("MARSAD_YOUTUBE_KEY", "secret-key");

  private final StandingClock clock = new StandingClock();
  private final FakeYouTube network = new FakeYouTube();
  private final ApiServer server = new ApiServer(network);
  private final Map<String, String> options = new HashMap<>();
  private FetcherRun run;

  @BeforeEach
  void start() {
    run = run(KEY);
  }

  @AfterEach
  void stop() throws IOException {
    run.close();
    server.close();
  }

  @Test
  void takesAllCommentsAndThenOnlyThoseThatAreNew() {
    for (int i = 1; i <= 8; i++) {
      network.comment("c" + i, hoursAgo(i), "comment " + i);
    }
    network.reply("c2", "c2.r1", hoursAgo(1), "a reply");

    assertThat(run.poll().ids())
        .containsExactlyInAnyOrder("c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c2.r1");

    network.comment("new", clock.instant(), "a new one");
    network.reply("c1", "c1.r1", clock.instant(), "a new reply");
    clock.advance(Duration.ofMinutes(30));
    int before = server.requests().size();
    assertThat(run.poll().ids()).containsExactlyInAnyOrder("new", "c1.r1");
    assertThat(server.requests()).hasSizeLessThanOrEqualTo(before + 2);
    assertThat(run.poll().records()).isEmpty();
  }

  @Test
  void aCommentHasItsVideoItsTimeAndAPseudonymAndNothingElseOfItsAuthor() {
    network.comment("c1", hoursAgo(1), "some words");
    network.reply("c1", "c1.r1", hoursAgo(1), "an answer");

    Brought brought = run.poll();

    RawDocument comment = brought.documents().get(0);
    assertThat(comment.kind()).isEqualTo(DocumentKind.COMMENT);
    assertThat(comment.text()).isEqualTo("some words");
    assertThat(comment.published()).isEqualTo(hoursAgo(1));
    assertThat(comment.author()).isEqualTo(FetcherRun.PSEUDONYMS.of("youtube", "UCsomebody"));
    assertThat(comment.url()).isEqualTo("https://www.youtube.com/watch?v=abcdefghijk&lc=c1");
    assertThat(brought.documents())
        .extracting(RawDocument::parentUrl)
        .containsOnly("https://www.youtube.com/watch?v=abcdefghijk");
    assertThat(brought.records().toString() + run.cursor())
        .doesNotContain("some.body")
        .doesNotContain("somebody")
        .doesNotContain("face.jpg");
  }

  @Test
  void theKeyIsInAHeaderAndInNoAddress() {
    network.comment("c1", hoursAgo(1), "some words");

    assertThat(run.poll().records().toString() + run.cursor()).doesNotContain("secret-key");

    assertThat(server.requests())
        .allSatisfy(
            request -> {
              assertThat(request.headers().get("X-goog-api-key")).containsExactly("secret-key");
              assertThat(request.uri()).doesNotContain("secret-key");
            });
  }

  @Test
  void withoutAKeyNothingIsAskedAndTheRemedyIsTold() throws IOException {
    try (FetcherRun keyless = run(Map.of())) {
      Fault fault = fault(keyless.poll());

      assertThat(fault.state()).isEqualTo(SourceState.OFF);
      assertThat(fault.message()).contains("MARSAD_YOUTUBE_KEY");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void readsTheRepliesThatAThreadDoesNotShow() {
    network.comment("c1", hoursAgo(9), "a comment");
    for (int i = 1; i <= 8; i++) {
      network.reply("c1", "c1.r" + i, hoursAgo(1), "reply " + i);
    }

    assertThat(run.poll().ids()).hasSize(9).contains("c1.r8");

    network.reply("c1", "c1.r9", clock.instant(), "reply 9");
    assertThat(run.poll().ids()).containsExactly("c1.r9");
  }

  @Test
  void goesBackNoFurtherThanItShould() {
    options.put("backfill-days", "2");
    run = run(KEY);
    IntStream.range(0, 12)
        .forEach(day -> network.comment("c" + day, hoursAgo(24 * day + 1), "comment " + day));

    assertThat(run.poll().ids()).containsExactlyInAnyOrder("c0", "c1", "c2");
  }

  @Test
  void followsEditsAndDeletions() {
    network.comment("stays", hoursAgo(5), "stays");
    network.comment("edited", hoursAgo(4), "before");
    network.comment("deleted", hoursAgo(3), "goes");
    network.reply("deleted", "deleted.r1", hoursAgo(2), "goes with it");
    assertThat(run.poll().ids()).hasSize(4);

    network.edit("edited", clock.instant(), "after");
    network.delete("deleted");
    clock.advance(Duration.ofHours(25));
    Brought brought = run.poll();

    assertThat(brought.documents()).extracting(RawDocument::text).containsExactly("after");
    assertThat(brought.deletions())
        .extracting(deletion -> deletion.documentId())
        .containsExactlyInAnyOrder(
            DocumentIds.ofNativeId("youtube", "deleted"),
            DocumentIds.ofNativeId("youtube", "deleted.r1"));
    assertThat(run.poll().records()).isEmpty();
  }

  @Test
  void whatGoesWithItsVideoIsDeletedAsWell() {
    network.comment("c1", hoursAgo(5), "a comment");
    assertThat(run.poll().ids()).hasSize(1);

    network.delete("c1");
    network.fail(FakeYouTube.error(404, "videoNotFound"));
    clock.advance(Duration.ofHours(2));
    Brought brought = run.poll();

    assertThat(brought.deletions()).hasSize(1);
    assertThat(fault(brought).state()).isEqualTo(SourceState.REFUSED);
    assertThat(fault(brought).message()).contains("networks.yaml");
  }

  @Test
  void stopsAtItsShareOfTheDayAndGoesOnWhenTheDayIsOverInCalifornia() {
    options.put("daily-units", "2");
    run = run(KEY);
    for (int i = 1; i <= 8; i++) {
      network.comment("c" + i, hoursAgo(i), "comment " + i);
    }

    Brought first = run.poll();

    assertThat(first.ids()).hasSize(6);
    assertThat(fault(first).state()).isEqualTo(SourceState.THROTTLED);
    assertThat(fault(first).message()).contains("daily-units");
    assertThat(fault(first).until()).isEqualTo(Instant.parse("2026-11-28T08:00:00Z"));
    assertThat(server.requests()).hasSize(2);
    clock.set(Instant.parse("2026-11-28T08:00:00Z"));
    assertThat(run.poll().ids()).containsExactlyInAnyOrder("c7", "c8");
  }

  @Test
  void tellsWhatARefusalMeans() {
    network.fail(FakeYouTube.error(403, "quotaExceeded"));
    assertThat(fault(run.poll()))
        .extracting(Fault::state, Fault::until)
        .containsExactly(SourceState.THROTTLED, Instant.parse("2026-11-28T08:00:00Z"));

    network.fail(FakeYouTube.error(403, "commentsDisabled"));
    assertThat(fault(run.poll()))
        .extracting(Fault::state, Fault::status)
        .containsExactly(SourceState.REFUSED, 403);
    assertThat(fault(run.poll()).message()).contains("switched off");

    network.fail(
        ApiServer.Answer.of(
            400, "{\"error\":{\"code\":400,\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}"));
    assertThat(fault(run.poll()).message()).contains("MARSAD_YOUTUBE_KEY").doesNotContain("secret");

    network.fail(ApiServer.Answer.of(500, "oops"));
    assertThat(fault(run.poll()).state()).isEqualTo(SourceState.FAILING);

    network.fail(ApiServer.Answer.of(200, "<html>"));
    assertThat(fault(run.poll()).message()).contains("JSON");

    network.fail(null);
    network.comment("c1", hoursAgo(1), "well again");
    assertThat(run.poll().ids()).containsExactly("c1");
  }

  @Test
  void anIncompleteCommentIsRejectedAndTheOthersAreTaken() {
    network.comment("c1", hoursAgo(1), "whole");
    network.comment("c2", hoursAgo(2), "").remove("publishedAt");

    Brought brought = run.poll();

    assertThat(brought.ids()).containsExactly("c1");
    assertThat(brought.rejections())
        .singleElement()
        .satisfies(rejection -> assertThat(rejection.reason()).isEqualTo("incomplete-comment"));
  }

  @Test
  void aPageThatIsNotKnownAnyMoreBeginsTheWalkAnew() {
    for (int i = 1; i <= 5; i++) {
      network.comment("c" + i, hoursAgo(i), "comment " + i);
    }
    assertThat(run.step().more()).isTrue();

    network.forget("P3");
    assertThat(run.step().records()).isEmpty();
    network.forget("none");

    assertThat(run.poll().ids()).containsExactlyInAnyOrder("c4", "c5");
  }

  /** An answer of the real interface, as it was recorded. */
  @Test
  void readsARecordedAnswer() throws IOException {
    Path recorded =
        Path.of(System.getProperty("marsad.home"))
            .resolve("../shared/data/social/youtube-python-youtube/comment_threads")
            .resolve("comment_threads_all_to_me.json");
    assumeTrue(Files.exists(recorded), "the recorded answers are not here: " + recorded);
    network.fail(ApiServer.Answer.of(200, Files.readString(recorded)));
    options.put("backfill-days", "3650");
    run = run(KEY);

    Brought brought = run.poll();

    assertThat(brought.ids()).contains("UgyWeTdgc4sc1xgmbld4AaABAg").hasSizeGreaterThan(3);
    assertThat(brought.rejections()).isEmpty();
    assertThat(brought.documents())
        .allSatisfy(comment -> assertThat(comment.parentUrl()).startsWith("https://www.youtube"))
        .allSatisfy(comment -> assertThat(comment.author()).hasSize(64));
  }

  private FetcherRun run(Map<String, String> environment) {
    OutletFeed feed =
        new OutletFeed(
            "youtube",
            "YouTube",
            null,
            server.url("/youtube/v3/commentThreads?videoId=" + FakeYouTube.VIDEO),
            FeedContent.COMMENTS,
            null,
            null,
            FeedForm.YOUTUBE,
            options);
    return new FetcherRun(feed, environment, clock);
  }

  private Instant hoursAgo(int hours) {
    return clock.instant().minus(Duration.ofHours(hours));
  }

  private static Fault fault(Brought brought) {
    assertThat(brought.fault()).isNotNull();
    return List.of(brought.fault()).get(0);
  }
}
