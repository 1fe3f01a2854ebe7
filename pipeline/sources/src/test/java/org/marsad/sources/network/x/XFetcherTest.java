// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.model.Document;
import org.marsad.model.DocumentIds;
import org.marsad.model.DocumentKind;
import org.marsad.model.RawDocument;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.network.FetchStep.Fault;
import org.marsad.sources.network.FetcherContract;
import org.marsad.sources.network.NetworkServer;
import org.marsad.sources.network.SocialData;

class XFetcherTest extends FetcherContract {
  private final FakeX network = new FakeX();
  private final Map<String, String> options =
      new HashMap<>(Map.of("query", "(\"Ceuta\" OR \"سبتة\") -is:retweet"));
  private @Nullable String cursor;

  @BeforeEach
  void serve() {
    server.on("/2/tweets/search/recent", network).on("/2/tweets", network);
  }

  @Override
  protected Map<String, String> environment() {
    return Map.of("MARSAD_X_BEARER_TOKEN", "secret-token");
  }

  @Override
  protected List<String> planted() {
    return List.of("987654321", "somebody");
  }

  @Override
  protected List<String> serveSeveralPages() {
    for (int i = 100; i < 250; i++) {
      network.post("1" + i, clock.instant(), "post " + i);
    }
    return IntStream.range(1100, 1250).mapToObj(Integer::toString).toList();
  }

  @Override
  protected List<String> serveNewer() {
    network.post("1250", clock.instant(), "a newer one");
    return List.of("1250");
  }

  @Override
  protected List<String> serveOneBadItem() {
    network.post("1001", clock.instant(), "post 1");
    network.post("1002", clock.instant(), "post 2").put("text", 7).put("note_tweet", 7);
    network.post("1003", clock.instant(), "post 3");
    return List.of("1001", "1003");
  }

  @Override
  protected void serveTruncated() {
    serveFault(NetworkServer.Answer.json("{\"data\":[{\"id\":\"1001\",\"text\":\"a po"));
  }

  @Override
  protected void serveFault(NetworkServer.Answer answer) {
    network.fail(answer);
  }

  @Override
  protected String serveDeletion() {
    network.delete("1249");
    return "1249";
  }

  @Test
  void takesWhatTheSearchFindsAndThenOnlyWhatIsNewer() throws Exception {
    for (int i = 100; i < 250; i++) {
      network.post("1" + i, clock.instant(), "post " + i);
    }

    assertThat(ids(poll())).hasSize(150).doesNotHaveDuplicates();

    network.post("1250", clock.instant(), "a new one");
    assertThat(ids(poll())).containsExactly("1250");
    assertThat(poll().records()).isEmpty();
    assertThat(server.requests().get(0).query())
        .containsEntry("query", "(\"Ceuta\" OR \"سبتة\") -is:retweet")
        .containsEntry("max_results", "100");
  }

  @Test
  void aPostHasNothingOfItsAuthorButAPseudonym() throws Exception {
    network.post("1001", clock.instant(), "Tom &amp; Co. à Ceuta");

    Reading brought = poll();

    RawDocument post = brought.documents().get(0);
    assertThat(post.kind()).isEqualTo(DocumentKind.POST);
    assertThat(post.text()).isEqualTo("Tom & Co. à Ceuta");
    assertThat(post.language()).isEqualTo("fr");
    assertThat(post.url()).isEqualTo("https://x.com/i/status/1001");
    assertThat(post.author()).isEqualTo(pseudonyms.of("x", "987654321"));
  }

  @Test
  void anAnswerLeadsToThePostThatItAnswers() throws Exception {
    network.post("1001", clock.instant(), "one");
    network
        .post("1002", clock.instant(), "two")
        .putArray("referenced_tweets")
        .addObject()
        .put("type", "replied_to")
        .put("id", "1001");

    List<Document> found = extracted(poll().documents());

    assertThat(found.get(0).parentId()).isNull();
    assertThat(found.get(1).parentId()).isEqualTo(found.get(0).id());
  }

  @Test
  void aRecordedAnswerLeadsToTheRecordedPost() throws Exception {
    network.fail(
        FakeX.answer(200, SocialData.read("x-python-twitter/apis/searches/search_tweets_query.json")));

    Map<String, Document> found =
        extracted(poll().documents()).stream()
            .collect(Collectors.toMap(Document::id, Function.identity()));

    Document answer = found.get(DocumentIds.ofNativeId("x", "1276035977375477760"));
    assertThat(Objects.requireNonNull(answer).parentId())
        .isEqualTo(DocumentIds.ofNativeId("x", "1275653067283759104"))
        .isIn(found.keySet());
  }

  @Test
  void theTokenIsInAHeaderAndInNoAddress() throws Exception {
    assertThat(poll().fault()).isNull();

    NetworkServer.Request request = server.requests().get(0);
    assertThat(request.header("Authorization")).isEqualTo("Bearer secret-token");
    assertThat(request.query()).doesNotContainValue("secret-token");
  }

  @Test
  void readsNoMoreThanItsBudgetOfTheMonthEvenThroughRestarts() throws Exception {
    options.put("monthly-reads", "125");
    for (int i = 100; i < 250; i++) {
      network.post("1" + i, clock.instant(), "post " + i);
    }

    Reading first = poll();

    assertThat(ids(first)).hasSize(125);
    assertThat(fault(first).state()).isEqualTo(SourceState.THROTTLED);
    assertThat(fault(first).message()).contains("monthly-reads").contains("2026-11");
    assertThat(fault(first).until()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(poll().records()).isEmpty();
    clock.advance(Duration.between(clock.instant(), Instant.parse("2026-12-01T00:00:00Z")));
    assertThat(ids(poll())).hasSize(25);
  }

  @Test
  void forgetsWhatWasDeletedAndWhatAnEditReplaced() throws Exception {
    network.post("1001", clock.instant(), "stays");
    network.post("1002", clock.instant(), "goes");
    network.post("1003", clock.instant(), "before");
    assertThat(ids(poll())).hasSize(3);

    network.delete("1003");
    network
        .post("1004", clock.instant(), "after")
        .putArray("edit_history_tweet_ids")
        .add("1003")
        .add("1004");
    Reading edited = poll();
    assertThat(ids(edited)).containsExactly("1004");
    assertThat(deleted(edited)).containsExactly(DocumentIds.ofNativeId("x", "1003"));

    network.delete("1002");
    clock.advance(Duration.ofHours(25));
    assertThat(deleted(poll())).containsExactly(DocumentIds.ofNativeId("x", "1002"));
    assertThat(poll().records()).isEmpty();
  }

  @Test
  void aPostThatOnlyPassesOnIsNotTaken() throws Exception {
    network
        .post("1001", clock.instant(), "RT @somebody: words")
        .putArray("referenced_tweets")
        .addObject()
        .put("type", "retweeted")
        .put("id", "1000");

    assertThat(poll().records()).isEmpty();
  }

  @Test
  void waitsAsLongAsTheServerSays() throws Exception {
    long reset = clock.instant().plusSeconds(600).getEpochSecond();
    network.post("1001", clock.instant(), "some words");
    network.header("x-rate-limit-remaining", "0");
    network.header("x-rate-limit-reset", Long.toString(reset));

    Reading last = poll();

    assertThat(ids(last)).containsExactly("1001");
    assertThat(fault(last).until()).isEqualTo(Instant.ofEpochSecond(reset));

    network.fail(
        new NetworkServer.Answer(429, Map.of("x-rate-limit-reset", Long.toString(reset)), "{}"));
    assertThat(fault(poll()))
        .extracting(Fault::state, Fault::until)
        .containsExactly(SourceState.THROTTLED, Instant.ofEpochSecond(reset));
  }

  @Test
  void aSearchThatReachesNoFurtherBackIsToldAsAGap() throws Exception {
    network.post("1001", clock.instant(), "long ago");
    assertThat(ids(poll())).hasSize(1);

    network.reachBackTo("1005");
    network.post("1006", clock.instant(), "lately");
    Reading brought = poll();

    assertThat(ids(brought)).containsExactly("1006");
    assertThat(brought.rejections()).extracting(one -> one.reason()).containsExactly("gap");
  }

  @Test
  void tellsWhatARefusalMeans() throws Exception {
    network.fail(FakeX.answer(401, "{\"title\":\"Unauthorized\"}"));
    assertThat(fault(poll()).message()).contains("MARSAD_X_BEARER_TOKEN");

    network.fail(FakeX.answer(402, "{\"title\":\"CreditsDepleted\"}"));
    assertThat(fault(poll()).message()).contains("credits");

    network.fail(
        FakeX.answer(
            400, "{\"errors\":[{\"parameters\":{\"query\":[\"(\"]},\"message\":\"no viable\"}]}"));
    assertThat(fault(poll()).message()).contains("no viable").contains("networks.yaml");

    network.fail(FakeX.answer(503, "oops"));
    assertThat(fault(poll()).state()).isEqualTo(SourceState.FAILING);

    network.fail(null);
    network.post("1001", clock.instant(), "well again");
    assertThat(ids(poll())).containsExactly("1001");
  }

  @Test
  void anIncompletePostIsRejectedAndTheOthersAreTaken() throws Exception {
    network.post("1001", clock.instant(), "whole");
    network.post("1002", clock.instant(), "").remove("text");

    Reading brought = poll();

    assertThat(ids(brought)).containsExactly("1001");
    assertThat(brought.rejections())
        .extracting(one -> one.reason())
        .containsExactly("incomplete-post");
  }

  /** An answer of the real interface, as it was recorded. */
  @Test
  void readsARecordedAnswer() throws Exception {
    network.fail(
        FakeX.answer(
            200, SocialData.read("x-python-twitter/apis/searches/search_tweets_query.json")));

    Reading brought = poll();

    assertThat(ids(brought)).hasSize(4);
    assertThat(brought.rejections()).isEmpty();
    assertThat(brought.documents()).allSatisfy(post -> assertThat(post.author()).hasSize(64));
  }

  private static List<String> deleted(Reading brought) {
    return brought.deletions().stream().map(one -> String.valueOf(one.documentId())).toList();
  }

  @Override
  protected OutletFeed feed() {
    return new OutletFeed(
        "x",
        "X",
        null,
        server.url("/2/tweets/search/recent#test"),
        FeedContent.POSTS,
        null,
        null,
        FeedForm.X,
        options);
  }

  private Reading poll() throws Exception {
    Reading reading = readAll(open(), cursor);
    cursor = reading.cursor();
    return reading;
  }

  private static List<String> ids(Reading reading) {
    return reading.documents().stream().map(one -> String.valueOf(one.nativeId())).toList();
  }

  private static Fault fault(Reading brought) {
    return Objects.requireNonNull(brought.fault());
  }
}
