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
import org.marsad.sources.network.Reading;
import org.marsad.sources.network.SocialData;

class XFetcherTest extends FetcherContract {
  private final FakeX network = new FakeX();
  private final Map<String, String> options =
      new HashMap<>(Map.of("query", "(\"Ceuta\" OR \"سبتة\") -is:retweet"));

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

  @Override
  protected List<String> serveBadDates() {
    network.post("1001", Instant.parse("0001-01-01T00:00:00Z"), "post 1");
    network.post("1002", Instant.parse("2900-01-01T00:00:00Z"), "post 2");
    return List.of("1001", "1002");
  }

  /** As a checkpoint of an earlier program holds it. */
  @Test
  void goesOnByACursorOfTheFirstForm() throws Exception {
    serveSeveralPages();
    pollFrom(
        """
        {"readUpTo":"1247","newest":"1247","page":null,"latest":["1246","1247"],
         "asked":1763640000000,"asking":false,"spending":{"period":"2026-11","spent":999}}
        """);

    Reading reading = poll();

    assertThat(reading.records()).isEmpty();
    assertThat(reading.expectedFault().message()).contains("1000 posts of 2026-11 are used up");
    clock.move(Duration.between(NOW, Instant.parse("2026-12-01T00:00:00Z")));
    assertThat(poll().ids()).containsExactly("1248", "1249");
  }

  @Test
  void takesWhatTheSearchFindsAndThenOnlyWhatIsNewer() throws Exception {
    for (int i = 100; i < 250; i++) {
      network.post("1" + i, clock.instant(), "post " + i);
    }

    assertThat(poll().ids()).hasSize(150).doesNotHaveDuplicates();

    network.post("1250", clock.instant(), "a new one");
    assertThat(poll().ids()).containsExactly("1250");
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

    List<Document> found = poll().stored();

    assertThat(found.get(0).parentId()).isNull();
    assertThat(found.get(1).parentId()).isEqualTo(found.get(0).id());
  }

  @Test
  void aRecordedAnswerLeadsToTheRecordedPost() throws Exception {
    network.fail(
        FakeX.answer(
            200, SocialData.read("x-python-twitter/apis/searches/search_tweets_query.json")));

    Map<String, Document> found =
        poll().stored().stream().collect(Collectors.toMap(Document::id, Function.identity()));

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

    assertThat(first.ids()).hasSize(125);
    assertThat(first.expectedFault().state()).isEqualTo(SourceState.THROTTLED);
    assertThat(first.expectedFault().message()).contains("monthly-reads").contains("2026-11");
    assertThat(first.expectedFault().until()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(poll().records()).isEmpty();
    clock.move(Duration.between(clock.instant(), Instant.parse("2026-12-01T00:00:00Z")));
    assertThat(poll().ids()).hasSize(25);
  }

  @Test
  void forgetsWhatWasDeletedAndWhatAnEditReplaced() throws Exception {
    network.post("1001", clock.instant(), "stays");
    network.post("1002", clock.instant(), "goes");
    network.post("1003", clock.instant(), "before");
    assertThat(poll().ids()).hasSize(3);

    network.delete("1003");
    network
        .post("1004", clock.instant(), "after")
        .putArray("edit_history_tweet_ids")
        .add("1003")
        .add("1004");
    Reading edited = poll();
    assertThat(edited.ids()).containsExactly("1004");
    assertThat(edited.deleted()).containsExactly(DocumentIds.ofNativeId("x", "1003"));

    network.delete("1002");
    clock.move(Duration.ofHours(25));
    assertThat(poll().deleted()).containsExactly(DocumentIds.ofNativeId("x", "1002"));
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

    assertThat(last.ids()).containsExactly("1001");
    assertThat(last.expectedFault().until()).isEqualTo(Instant.ofEpochSecond(reset));

    network.fail(
        new NetworkServer.Answer(429, Map.of("x-rate-limit-reset", Long.toString(reset)), "{}"));
    assertThat(poll().expectedFault())
        .extracting(Fault::state, Fault::until)
        .containsExactly(SourceState.THROTTLED, Instant.ofEpochSecond(reset));
  }

  @Test
  void aSearchThatReachesNoFurtherBackIsToldAsAGap() throws Exception {
    network.post("1001", clock.instant(), "long ago");
    assertThat(poll().ids()).hasSize(1);

    network.reachBackTo("1005");
    network.post("1006", clock.instant(), "lately");
    Reading brought = poll();

    assertThat(brought.ids()).containsExactly("1006");
    assertThat(brought.rejections()).extracting(one -> one.reason()).containsExactly("gap");
  }

  @Test
  void tellsWhatARefusalMeans() throws Exception {
    network.fail(FakeX.answer(401, "{\"title\":\"Unauthorized\"}"));
    assertThat(poll().expectedFault().message()).contains("MARSAD_X_BEARER_TOKEN");

    network.fail(FakeX.answer(402, "{\"title\":\"CreditsDepleted\"}"));
    assertThat(poll().expectedFault().message()).contains("credits");

    network.fail(
        FakeX.answer(
            400, "{\"errors\":[{\"parameters\":{\"query\":[\"(\"]},\"message\":\"no viable\"}]}"));
    assertThat(poll().expectedFault().message()).contains("no viable").contains("networks.yaml");

    network.fail(FakeX.answer(503, "oops"));
    assertThat(poll().expectedFault().state()).isEqualTo(SourceState.FAILING);

    network.fail(null);
    network.post("1001", clock.instant(), "well again");
    assertThat(poll().ids()).containsExactly("1001");
  }

  /** An answer of the real interface, as it was recorded. */
  @Test
  void readsARecordedAnswer() throws Exception {
    network.fail(
        FakeX.answer(
            200, SocialData.read("x-python-twitter/apis/searches/search_tweets_query.json")));

    Reading brought = poll();

    assertThat(brought.ids()).hasSize(4);
    assertThat(brought.rejections()).isEmpty();
    assertThat(brought.documents()).allSatisfy(post -> assertThat(post.author()).hasSize(64));
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
}
