// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.model.DocumentKind;
import org.marsad.model.RawDocument;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.LoopbackSite;
import org.marsad.sources.network.FetchStep;
import org.marsad.sources.network.Fetcher;
import org.marsad.sources.network.NetworkHarness;
import org.marsad.sources.network.Reading;

class RedditFetcherTest extends NetworkHarness {
  private final LoopbackSite site = server.site();
  private final Subreddit subreddit = new Subreddit(site);

  @Override
  protected OutletFeed feed() {
    return new OutletFeed(
        "forum",
        "Forum",
        null,
        subreddit.url(),
        FeedContent.ARTICLES,
        null,
        null,
        FeedForm.REDDIT,
        Map.of("token-url", subreddit.tokenUrl().toString()));
  }

  @Override
  protected Map<String, String> environment() {
    return Map.of(
        "MARSAD_REDDIT_CLIENT_ID", Subreddit.ID, "MARSAD_REDDIT_CLIENT_SECRET", Subreddit.SECRET);
  }

  @Override
  protected List<String> planted() {
    return List.of("somebody", "t2_abc", "wrong-secret");
  }

  @Test
  void takesWhatIsThereAndThenOnlyWhatIsNewOrEdited() throws Exception {
    subreddit.posts(1_000, 1_249);
    Fetcher fetcher = open();

    List<RawDocument> first = poll(fetcher).documents();
    subreddit.posts(1_250, 1_251).says(1_240, "edited", "somebody");
    List<RawDocument> second = poll(fetcher).documents();

    assertThat(first).hasSize(250);
    assertThat(second)
        .extracting(RawDocument::text)
        .containsExactly("post 1251", "post 1250", "edited");
    assertThat(subreddit.tokensGiven()).isEqualTo(1);
    RawDocument post = second.get(0);
    assertThat(post.nativeId()).isEqualTo(Subreddit.name(1_251));
    assertThat(post.kind()).isEqualTo(DocumentKind.POST);
    assertThat(post.title()).isEqualTo("A title");
    assertThat(post.author()).isEqualTo(pseudonyms.of("forum", "t2_abc"));
    assertThat(post.published()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
    assertThat(stored(post).url()).isEqualTo("https://www.reddit.com/comments/yr/");
  }

  @Test
  void goesBackThroughAGapStepByStep() throws Exception {
    subreddit.posts(1_000, 1_099);
    poll(open());
    subreddit.posts(1_100, 1_449);

    List<RawDocument> taken = new ArrayList<>();
    FetchStep step;
    int steps = 0;
    do {
      // By a fetcher of its own, as after a restart.
      step = pollStep(open());
      taken.addAll(new Reading(step.records(), step.cursor(), step.fault()).documents());
      steps++;
    } while (step.more());

    assertThat(taken).hasSize(350).extracting(RawDocument::nativeId).doesNotHaveDuplicates();
    assertThat(steps).isBetween(4, 5);
  }

  @Test
  void callsDeletedOnlyWhatIsGoneWhenLookedUp() throws Exception {
    subreddit.posts(1_000, 1_009);
    Fetcher fetcher = open();
    Reading first = poll(fetcher);
    subreddit.says(1_002, "[removed]", "somebody");
    Reading removed = poll(fetcher);
    subreddit.says(1_003, "post 1003", null);
    Reading accountGone = poll(fetcher);
    subreddit.removes(1_005);
    Reading gone = poll(fetcher);
    subreddit.hides(1_007);
    Reading hidden = poll(fetcher);

    assertThat(removed.deleted()).containsExactly(idOf(first, 1_002));
    assertThat(accountGone.deleted()).containsExactly(idOf(first, 1_003));
    assertThat(gone.deleted()).containsExactly(idOf(first, 1_005));
    assertThat(hidden.deleted()).isEmpty();
    assertThat(hidden.documents()).isEmpty();
  }

  @Test
  void takesNothingOfWhatWasDeletedBefore() throws Exception {
    subreddit.says(1_000, "[deleted]", "[deleted]").says(1_001, "a text", null);

    assertThat(poll(open()).records()).isEmpty();
  }

  @Test
  void getsAnotherTokenWhenOneIsRefused() throws Exception {
    subreddit.posts(1_000, 1_001);
    Fetcher fetcher = open();
    poll(fetcher);
    subreddit.revokeToken();
    subreddit.posts(1_002, 1_002);

    assertThat(poll(fetcher).documents()).hasSize(1);
    assertThat(subreddit.authorizations())
        .containsExactly("bearer token-1", "bearer token-1", "bearer token-3");
  }

  @Test
  void isOffWithoutAKeyAndAsksNothing() throws Exception {
    FetchStep step = stepWith(Map.of("MARSAD_REDDIT_CLIENT_ID", Subreddit.ID));

    assertFault(step, SourceState.OFF, "set MARSAD_REDDIT_CLIENT_SECRET");
    assertThat(until(step)).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void namesTheKeyThatIsNotAccepted() throws Exception {
    FetchStep step =
        stepWith(
            Map.of(
                "MARSAD_REDDIT_CLIENT_ID",
                Subreddit.ID,
                "MARSAD_REDDIT_CLIENT_SECRET",
                "wrong-secret"));

    assertFault(step, SourceState.REFUSED, "MARSAD_REDDIT_CLIENT_SECRET");
    assertThat(until(step)).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
  }

  @Test
  void tellsARefusalFromARequestToSlowDown() throws Exception {
    Fetcher fetcher = open();
    subreddit.answers(403, "{\"reason\": \"private\", \"message\": \"Forbidden\", \"error\": 403}");
    assertFault(pollStep(fetcher), SourceState.REFUSED, "the subreddit is private");
    subreddit.answers(404, "{\"reason\": \"banned\", \"message\": \"Not Found\", \"error\": 404}");
    assertFault(pollStep(fetcher), SourceState.REFUSED, "the subreddit is banned");
    subreddit.answers(403, "{\"message\": \"Forbidden\", \"error\": 403}");
    assertFault(pollStep(fetcher), SourceState.REFUSED, "approve");

    subreddit.answers(403, "");
    FetchStep first = pollStep(fetcher);
    subreddit.answers(403, "<html>whoa there, pardner! Too many requests</html>");
    FetchStep second = pollStep(fetcher);

    assertFault(first, SourceState.THROTTLED, "slow down");
    assertFault(second, SourceState.THROTTLED, "slow down");
    assertThat(until(first)).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    assertThat(until(second)).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
  }

  @Test
  void pausesWhenTheQuotaIsUsedUpAndKeepsWhatCame() throws Exception {
    subreddit.posts(1_000, 1_001).quotaLeft("0.0");

    FetchStep step = pollStep(open());

    assertThat(step.records()).hasSize(2);
    assertThat(Objects.requireNonNull(step.fault()).state()).isEqualTo(SourceState.THROTTLED);
    assertThat(until(step)).isEqualTo(NOW.plusSeconds(120));
    assertThat(step.cursor()).isNotNull();
  }

  @Test
  void namesAnAnswerThatIsNoListing() throws Exception {
    Fetcher fetcher = open();
    subreddit.answers(200, "<html>maintenance</html>");
    assertFault(pollStep(fetcher), SourceState.FAILING, "no listing");
    subreddit.answers(200, "{\"data\":{}}");
    assertFault(pollStep(fetcher), SourceState.FAILING, "no listing");
    subreddit.answers(502, "");
    assertFault(pollStep(fetcher), SourceState.FAILING, "502");
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
    Fetcher fetcher = open();

    Reading first = poll(fetcher);
    Reading second = poll(fetcher);

    assertThat(first.documents()).extracting(RawDocument::text).containsExactly("A link");
    assertThat(first.records()).filteredOn(record -> record.rejection() != null).hasSize(2);
    assertThat(second.records()).isEmpty();
  }

  private FetchStep stepWith(Map<String, String> keys) throws Exception {
    return step(open(feed(), keys), "kept");
  }

  private static @Nullable Instant until(FetchStep step) {
    return Objects.requireNonNull(step.fault()).until();
  }

  private static String idOf(Reading reading, long id) {
    return reading.documents().stream()
        .filter(document -> Subreddit.name(id).equals(document.nativeId()))
        .map(document -> stored(document).id())
        .findFirst()
        .orElseThrow();
  }
}
