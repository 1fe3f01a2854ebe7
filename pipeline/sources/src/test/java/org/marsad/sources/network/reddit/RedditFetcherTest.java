// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.reddit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.model.Deletion;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.SourceState;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.LoopbackSite;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.network.FetchContext;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.Keys;
import org.marsad.sources.network.registry.Networks;

class RedditFetcherTest {
  private static final String AGENT = "Test/1 (+https://test.example)";
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Pseudonyms PSEUDONYMS =
      new Pseudonyms("a key for tests only".getBytes(UTF_8));
  private static final Map<String, String> KEYS =
      Map.of(
          "MARSAD_REDDIT_CLIENT_ID", Subreddit.ID, "MARSAD_REDDIT_CLIENT_SECRET", Subreddit.SECRET);

  private final LoopbackSite site = new LoopbackSite();
  private final PoliteClient client =
      new PoliteClient(AGENT, HttpLimits.of(4 * 1024 * 1024, Duration.ofSeconds(3)), CLOCK);
  private final Subreddit subreddit = new Subreddit(site);
  private @Nullable String cursor;

  @AfterEach
  void close() throws Exception {
    client.close();
    site.close();
  }

  @Test
  void takesWhatIsThereAndThenOnlyWhatIsNewOrEdited() throws Exception {
    subreddit.posts(1_000, 1_249);
    Fetcher fetcher = fetcher(KEYS);

    List<RawDocument> first = documents(poll(fetcher));
    subreddit.posts(1_250, 1_251).says(1_240, "edited", "somebody");
    List<RawDocument> second = documents(poll(fetcher));

    assertThat(first).hasSize(250);
    assertThat(second)
        .extracting(RawDocument::text)
        .containsExactly("post 1251", "post 1250", "edited");
    assertThat(subreddit.tokensGiven()).isEqualTo(1);
    RawDocument post = second.get(0);
    assertThat(post.nativeId()).isEqualTo(Subreddit.name(1_251));
    assertThat(post.kind()).isEqualTo(DocumentKind.POST);
    assertThat(post.title()).isEqualTo("A title");
    assertThat(post.author()).isEqualTo(PSEUDONYMS.of("forum", "t2_abc"));
    assertThat(post.published()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(stored(post).url()).isEqualTo("https://www.reddit.com/comments/yr/");
    assertThat(second.toString()).doesNotContain("somebody");
  }

  @Test
  void goesBackThroughAGapStepByStep() throws Exception {
    subreddit.posts(1_000, 1_099);
    poll(fetcher(KEYS));
    subreddit.posts(1_100, 1_449);

    List<RawDocument> taken = new ArrayList<>();
    FetchStep step;
    int steps = 0;
    do {
      // By a fetcher of its own, as after a restart.
      step = step(fetcher(KEYS));
      taken.addAll(documents(List.of(step)));
      steps++;
    } while (step.more());

    assertThat(taken).hasSize(350).extracting(RawDocument::nativeId).doesNotHaveDuplicates();
    assertThat(steps).isBetween(4, 5);
  }

  @Test
  void callsDeletedOnlyWhatIsGoneWhenLookedUp() throws Exception {
    subreddit.posts(1_000, 1_009);
    Fetcher fetcher = fetcher(KEYS);
    List<RawDocument> first = documents(poll(fetcher));
    subreddit.says(1_002, "[removed]", "somebody");
    List<FetchStep> removed = poll(fetcher);
    subreddit.says(1_003, "post 1003", null);
    List<FetchStep> accountGone = poll(fetcher);
    subreddit.removes(1_005);
    List<FetchStep> gone = poll(fetcher);
    subreddit.hides(1_007);
    List<FetchStep> hidden = poll(fetcher);

    assertThat(deletions(removed)).containsExactly(idOf(first, 1_002));
    assertThat(deletions(accountGone)).containsExactly(idOf(first, 1_003));
    assertThat(deletions(gone)).containsExactly(idOf(first, 1_005));
    assertThat(deletions(hidden)).isEmpty();
    assertThat(documents(hidden)).isEmpty();
  }

  @Test
  void takesNothingOfWhatWasDeletedBefore() throws Exception {
    subreddit.says(1_000, "[deleted]", "[deleted]").says(1_001, "a text", null);

    assertThat(records(poll(fetcher(KEYS)))).isEmpty();
  }

  @Test
  void getsAnotherTokenWhenOneIsRefused() throws Exception {
    subreddit.posts(1_000, 1_001);
    Fetcher fetcher = fetcher(KEYS);
    poll(fetcher);
    subreddit.revokeToken();
    subreddit.posts(1_002, 1_002);

    assertThat(documents(poll(fetcher))).hasSize(1);
    assertThat(subreddit.authorizations())
        .containsExactly("bearer token-1", "bearer token-1", "bearer token-3");
  }

  @Test
  void isOffWithoutAKeyAndAsksNothing() throws Exception {
    FetchStep step = fetcher(Map.of("MARSAD_REDDIT_CLIENT_ID", Subreddit.ID)).fetch("kept");

    assertFault(step, SourceState.OFF, "set MARSAD_REDDIT_CLIENT_SECRET");
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void namesTheKeyThatIsNotAccepted() throws Exception {
    FetchStep step =
        fetcher(
                Map.of(
                    "MARSAD_REDDIT_CLIENT_ID",
                    Subreddit.ID,
                    "MARSAD_REDDIT_CLIENT_SECRET",
                    "wrong-secret"))
            .fetch("kept");

    assertFault(step, SourceState.REFUSED, "MARSAD_REDDIT_CLIENT_SECRET");
    assertThat(step.toString()).doesNotContain("wrong-secret");
  }

  @Test
  void tellsARefusalFromARequestToSlowDown() throws Exception {
    Fetcher fetcher = fetcher(KEYS);
    subreddit.answers(403, "{\"reason\": \"private\", \"message\": \"Forbidden\", \"error\": 403}");
    assertFault(step(fetcher), SourceState.REFUSED, "the subreddit is private");
    subreddit.answers(404, "{\"reason\": \"banned\", \"message\": \"Not Found\", \"error\": 404}");
    assertFault(step(fetcher), SourceState.REFUSED, "the subreddit is banned");
    subreddit.answers(403, "{\"message\": \"Forbidden\", \"error\": 403}");
    assertFault(step(fetcher), SourceState.REFUSED, "approve");

    subreddit.answers(403, "");
    FetchStep first = step(fetcher);
    subreddit.answers(403, "<html>whoa there, pardner! Too many requests</html>");
    FetchStep second = step(fetcher);

    assertFault(first, SourceState.THROTTLED, "slow down");
    assertFault(second, SourceState.THROTTLED, "slow down");
    assertThat(until(first)).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    assertThat(until(second)).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
  }

  @Test
  void pausesWhenTheQuotaIsUsedUpAndKeepsWhatCame() throws Exception {
    subreddit.posts(1_000, 1_001).quotaLeft("0.0");

    FetchStep step = step(fetcher(KEYS));

    assertThat(step.records()).hasSize(2);
    assertThat(Objects.requireNonNull(step.fault()).state()).isEqualTo(SourceState.THROTTLED);
    assertThat(until(step)).isEqualTo(NOW.plusSeconds(120));
    assertThat(step.cursor()).isNotNull();
  }

  @Test
  void namesAnAnswerThatIsNoListing() throws Exception {
    Fetcher fetcher = fetcher(KEYS);
    subreddit.answers(200, "<html>maintenance</html>");
    assertFault(step(fetcher), SourceState.FAILING, "no listing");
    subreddit.answers(200, "{\"data\":{}}");
    assertFault(step(fetcher), SourceState.FAILING, "no listing");
    subreddit.answers(502, "");
    assertFault(step(fetcher), SourceState.FAILING, "502");
  }

  @Test
  void oneEntryThatCannotBeReadIsRejectedOnceAndStopsNoOther() throws Exception {
    String good =
        "{\"kind\":\"t3\",\"data\":{\"id\":\"abc\",\"title\":\"A link\",\"selftext\":\"\","
            + "\"author\":\"somebody\"}}";
    subreddit.answers(
        200,
        "{\"data\":{\"after\":null,\"children\":["
            + "{\"kind\":\"t3\",\"data\":{\"title\":\"no id\"}},\"?\","
            + good
            + "]}}");
    Fetcher fetcher = fetcher(KEYS);

    List<FetchStep> first = poll(fetcher);
    List<FetchStep> second = poll(fetcher);

    assertThat(documents(first)).extracting(RawDocument::text).containsExactly("A link");
    assertThat(records(first)).filteredOn(record -> record.rejection() != null).hasSize(2);
    assertThat(records(second)).isEmpty();
  }

  private List<FetchStep> poll(Fetcher fetcher) throws InterruptedException {
    List<FetchStep> steps = new ArrayList<>();
    do {
      steps.add(step(fetcher));
    } while (steps.get(steps.size() - 1).more());
    return steps;
  }

  private FetchStep step(Fetcher fetcher) throws InterruptedException {
    FetchStep step = fetcher.fetch(cursor);
    cursor = step.cursor();
    return step;
  }

  private Fetcher fetcher(Map<String, String> keys) {
    return fetcher(subreddit.url(), keys);
  }

  private Fetcher fetcher(URI url, Map<String, String> keys) {
    OutletFeed feed =
        new OutletFeed(
            "forum",
            "Forum",
            null,
            url,
            FeedContent.ARTICLES,
            null,
            null,
            FeedForm.REDDIT,
            Map.of("token-url", subreddit.tokenUrl().toString()));
    return Networks.open(
        feed, new FetchContext(client, PSEUDONYMS, new Keys(keys), CLOCK, Duration.ZERO, AGENT));
  }

  private static @Nullable Instant until(FetchStep step) {
    return Objects.requireNonNull(step.fault()).until();
  }

  private static void assertFault(FetchStep step, SourceState state, String message) {
    FetchStep.Fault fault = Objects.requireNonNull(step.fault());
    assertThat(fault.message()).contains(message).doesNotContain(Subreddit.SECRET);
    assertThat(fault.state()).isEqualTo(state);
    assertThat(step.records()).isEmpty();
  }

  private static String idOf(List<RawDocument> documents, long id) {
    return documents.stream()
        .filter(document -> Subreddit.name(id).equals(document.nativeId()))
        .map(document -> stored(document).id())
        .findFirst()
        .orElseThrow();
  }

  private static List<Intake> records(List<FetchStep> steps) {
    assertThat(steps).allSatisfy(step -> assertThat(step.fault()).isNull());
    return steps.stream().flatMap(step -> step.records().stream()).toList();
  }

  private static List<RawDocument> documents(List<FetchStep> steps) {
    return records(steps).stream().map(Intake::document).filter(Objects::nonNull).toList();
  }

  private static List<@Nullable String> deletions(List<FetchStep> steps) {
    return records(steps).stream()
        .map(Intake::deletion)
        .filter(Objects::nonNull)
        .map(Deletion::documentId)
        .toList();
  }

  private static Document stored(RawDocument raw) {
    return Objects.requireNonNull(
        new DocumentExtractor(new ArticleExtractor()).extract(raw).document());
  }
}
