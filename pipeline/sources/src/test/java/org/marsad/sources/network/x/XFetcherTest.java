// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.x;

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

class XFetcherTest {
  private static final Map<String, String> KEY = Map.of("MARSAD_X_BEARER_TOKEN", "secret-token");

  private final StandingClock clock = new StandingClock();
  private final FakeX network = new FakeX();
  private final ApiServer server = new ApiServer(network);
  private final Map<String, String> options =
      new HashMap<>(Map.of("query", "(\"Ceuta\" OR \"سبتة\") -is:retweet"));
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
  void takesWhatTheSearchFindsAndThenOnlyWhatIsNewer() {
    for (int i = 100; i < 250; i++) {
      network.post("1" + i, clock.instant(), "post " + i);
    }

    assertThat(run.poll().ids()).hasSize(150).doesNotHaveDuplicates();

    network.post("1250", clock.instant(), "a new one");
    assertThat(run.poll().ids()).containsExactly("1250");
    assertThat(run.poll().records()).isEmpty();
    assertThat(server.requests().get(0).uri())
        .contains("query=%28%22Ceuta%22%20OR%20%22%D8%B3")
        .contains("max_results=100")
        .doesNotContain("#");
  }

  @Test
  void aPostHasNothingOfItsAuthorButAPseudonym() {
    network.post("1001", clock.instant(), "Tom &amp; Co. à Ceuta");

    Brought brought = run.poll();

    RawDocument post = brought.documents().get(0);
    assertThat(post.kind()).isEqualTo(DocumentKind.POST);
    assertThat(post.text()).isEqualTo("Tom & Co. à Ceuta");
    assertThat(post.language()).isEqualTo("fr");
    assertThat(post.url()).isEqualTo("https://x.com/i/status/1001");
    assertThat(post.author()).isEqualTo(FetcherRun.PSEUDONYMS.of("x", "987654321"));
    assertThat(brought.records().toString() + run.cursor()).doesNotContain("987654321");
  }

  @Test
  void theTokenIsInAHeaderAndInNoAddress() {
    network.post("1001", clock.instant(), "some words");

    assertThat(run.poll().records().toString() + run.cursor()).doesNotContain("secret-token");

    assertThat(server.requests().get(0).headers().get("Authorization"))
        .containsExactly("Bearer secret-token");
    assertThat(server.requests().get(0).uri()).doesNotContain("secret-token");
  }

  @Test
  void withoutAKeyNothingIsAskedAndTheRemedyIsTold() throws IOException {
    try (FetcherRun keyless = run(Map.of())) {
      Fault fault = fault(keyless.poll());

      assertThat(fault.state()).isEqualTo(SourceState.OFF);
      assertThat(fault.message()).contains("MARSAD_X_BEARER_TOKEN");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void readsNoMoreThanItsBudgetOfTheMonthEvenThroughRestarts() {
    options.put("monthly-reads", "125");
    run = run(KEY);
    for (int i = 100; i < 250; i++) {
      network.post("1" + i, clock.instant(), "post " + i);
    }

    Brought first = run.poll();

    assertThat(first.ids()).hasSize(125);
    assertThat(fault(first).state()).isEqualTo(SourceState.THROTTLED);
    assertThat(fault(first).message()).contains("monthly-reads").contains("2026-11");
    assertThat(fault(first).until()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(run.poll().records()).isEmpty();
    clock.set(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(run.poll().ids()).hasSize(25);
  }

  @Test
  void forgetsWhatWasDeletedAndWhatAnEditReplaced() {
    network.post("1001", clock.instant(), "stays");
    network.post("1002", clock.instant(), "goes");
    network.post("1003", clock.instant(), "before");
    assertThat(run.poll().ids()).hasSize(3);

    network.delete("1003");
    network.post("1004", clock.instant(), "after").putArray("edit_history_tweet_ids")
        .add("1003").add("1004");
    Brought edited = run.poll();
    assertThat(edited.ids()).containsExactly("1004");
    assertThat(deleted(edited)).containsExactly(DocumentIds.ofNativeId("x", "1003"));

    network.delete("1002");
    clock.advance(Duration.ofHours(25));
    assertThat(deleted(run.poll())).containsExactly(DocumentIds.ofNativeId("x", "1002"));
    assertThat(run.poll().records()).isEmpty();
  }

  @Test
  void aPostThatOnlyPassesOnIsNotTaken() {
    network.post("1001", clock.instant(), "RT @somebody: words").putArray("referenced_tweets")
        .addObject().put("type", "retweeted").put("id", "1000");

    assertThat(run.poll().records()).isEmpty();
  }

  @Test
  void waitsAsLongAsTheServerSays() {
    long reset = clock.instant().plusSeconds(600).getEpochSecond();
    network.post("1001", clock.instant(), "some words");
    network.header("x-rate-limit-remaining", "0");
    network.header("x-rate-limit-reset", Long.toString(reset));

    Brought last = run.poll();

    assertThat(last.ids()).containsExactly("1001");
    assertThat(fault(last).until()).isEqualTo(Instant.ofEpochSecond(reset));

    network.fail(
        new ApiServer.Answer(429, Map.of("x-rate-limit-reset", Long.toString(reset)), "{}"));
    assertThat(fault(run.poll()))
        .extracting(Fault::state, Fault::until)
        .containsExactly(SourceState.THROTTLED, Instant.ofEpochSecond(reset));
  }

  @Test
  void aSearchThatReachesNoFurtherBackIsToldAsAGap() {
    network.post("1001", clock.instant(), "long ago");
    assertThat(run.poll().ids()).hasSize(1);

    network.reachBackTo("1005");
    network.post("1006", clock.instant(), "lately");
    Brought brought = run.poll();

    assertThat(brought.ids()).containsExactly("1006");
    assertThat(brought.rejections()).extracting(one -> one.reason()).containsExactly("gap");
  }

  @Test
  void tellsWhatARefusalMeans() {
    network.fail(ApiServer.Answer.of(401, "{\"title\":\"Unauthorized\"}"));
    assertThat(fault(run.poll()).message()).contains("MARSAD_X_BEARER_TOKEN");

    network.fail(ApiServer.Answer.of(402, "{\"title\":\"CreditsDepleted\"}"));
    assertThat(fault(run.poll()).message()).contains("credits");

    network.fail(
        ApiServer.Answer.of(
            400, "{\"errors\":[{\"parameters\":{\"query\":[\"(\"]},\"message\":\"no viable\"}]}"));
    assertThat(fault(run.poll()).message()).contains("no viable").contains("networks.yaml");

    network.fail(ApiServer.Answer.of(503, "oops"));
    assertThat(fault(run.poll()).state()).isEqualTo(SourceState.FAILING);

    network.fail(null);
    network.post("1001", clock.instant(), "well again");
    assertThat(run.poll().ids()).containsExactly("1001");
  }

  @Test
  void anIncompletePostIsRejectedAndTheOthersAreTaken() {
    network.post("1001", clock.instant(), "whole");
    network.post("1002", clock.instant(), "").remove("text");

    Brought brought = run.poll();

    assertThat(brought.ids()).containsExactly("1001");
    assertThat(brought.rejections())
        .extracting(one -> one.reason())
        .containsExactly("incomplete-post");
  }

  /** An answer of the real interface, as it was recorded. */
  @Test
  void readsARecordedAnswer() throws IOException {
    Path recorded =
        Path.of(System.getProperty("marsad.home"))
            .resolve("../shared/data/social/x-python-twitter/apis/searches")
            .resolve("search_tweets_query.json");
    assumeTrue(Files.exists(recorded), "the recorded answers are not here: " + recorded);
    network.fail(ApiServer.Answer.of(200, Files.readString(recorded)));

    Brought brought = run.poll();

    assertThat(brought.ids()).hasSize(4);
    assertThat(brought.rejections()).isEmpty();
    assertThat(brought.documents()).allSatisfy(post -> assertThat(post.author()).hasSize(64));
  }

  private static List<String> deleted(Brought brought) {
    return brought.deletions().stream().map(one -> String.valueOf(one.documentId())).toList();
  }

  private FetcherRun run(Map<String, String> environment) {
    OutletFeed feed =
        new OutletFeed(
            "x",
            "X",
            null,
            server.url("/2/tweets/search/recent#test"),
            FeedContent.POSTS,
            null,
            null,
            FeedForm.X,
            options);
    return new FetcherRun(feed, environment, clock);
  }

  private static Fault fault(Brought brought) {
    assertThat(brought.fault()).isNotNull();
    return List.of(brought.fault()).get(0);
  }
}
