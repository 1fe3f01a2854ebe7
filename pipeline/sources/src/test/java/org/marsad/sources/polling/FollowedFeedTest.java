// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.Provenance;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;
import org.marsad.model.Stage;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedItem;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.LoopbackSite;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.time.SettableClock;

/** A feed over many polls, against a real site and with a clock of our own. */
class FollowedFeedTest {
  private final LoopbackSite site = new LoopbackSite();
  private final SettableClock clock = new SettableClock(States.NOW);
  private final PollingSettings settings = Feeds.settings();
  private final PoliteClient client =
      new PoliteClient(
          settings.userAgent(),
          HttpLimits.of(settings.maxBodyBytes(), settings.requestTimeout()),
          clock);
  private final List<Intake> records = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    client.close();
    site.close();
  }

  @Test
  void isNotDueAgainBeforeItsTime() throws Exception {
    FollowedFeed feed = follow(Feeds.site(site, "outlet", 2));

    settle(feed);

    assertThat(documents()).hasSize(2);
    assertThat(feed.due()).isEqualTo(States.NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void emitsAnItemOnceAndTheNewOnesLater() throws Exception {
    FollowedFeed feed = follow(Feeds.site(site, "outlet", 2));
    settle(feed);
    Feeds.site(site, "outlet", 3);
    nextPoll(feed);

    assertThat(documents()).extracting(RawDocument::url).doesNotHaveDuplicates().hasSize(3);
    assertThat(lastHealth().itemsSeen()).isEqualTo(3);
  }

  @Test
  void believesNoEtagThatWasCaughtLying() throws Exception {
    Feeds.site(site, "outlet", 2);
    serveWithLyingEtag(1);
    FollowedFeed feed = follow(Feeds.articles("outlet", site.url("/feed")));
    settle(feed);
    serveWithLyingEtag(2);
    nextPoll(feed);
    assertThat(documents()).hasSize(1);

    // After some hours the feed is asked unconditionally, and the lie comes out.
    for (int poll = 0; poll < 6; poll++) {
      nextPoll(feed);
    }

    assertThat(documents()).hasSize(2);
    assertThat(step(feed).after().validators().trusted()).isFalse();
  }

  private void serveWithLyingEtag(int items) {
    String[] all = new String[items];
    for (int i = 0; i < items; i++) {
      all[i] = Feeds.item(site.url("/" + (i + 1)));
    }
    byte[] body = Feeds.rss(all).getBytes(StandardCharsets.UTF_8);
    site.with(
        "/feed",
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"always\"");
          boolean conditional = exchange.getRequestHeaders().containsKey("If-None-Match");
          LoopbackSite.send(exchange, conditional ? 304 : 200, conditional ? new byte[0] : body);
        });
  }

  @Test
  void aServerThatAnswersUnchangedForEverIsCaught() throws Exception {
    Feeds.site(site, "outlet", 1);
    serveWithLyingEtag(1);
    FollowedFeed feed = follow(Feeds.articles("outlet", site.url("/feed")));
    settle(feed);
    site.withStatus("/feed", 304);
    for (int hour = 1; hour < 6; hour++) {
      nextPoll(feed);
      assertThat(lastHealth().state()).isEqualTo(SourceState.OK);
    }
    nextPoll(feed);

    assertThat(lastHealth().state()).isEqualTo(SourceState.FAILING);
    assertThat(lastHealth().httpStatus()).isEqualTo(304);
    assertThat(lastHealth().message()).contains("304");
  }

  @Test
  void leavesAPageAloneThatSaysNoindex() throws Exception {
    OutletFeed outlet = Feeds.site(site, "outlet", 2);
    site.with("/1", "text/html", "<meta name=\"MarsadBot\" content=\"follow, NoIndex\"><p>x</p>");
    settle(follow(outlet));

    assertThat(documents()).extracting(RawDocument::url).containsExactly(url("/2"));
    assertThat(rejections())
        .extracting(Rejection::stage, Rejection::reason, Rejection::reference)
        .containsExactly(tuple(Stage.FETCH, "robots-noindex", url("/1")));
    assertThat(site.requests("/1")).isEqualTo(1);
  }

  @Test
  void marksAPageThatMayBeReadButNotKept() throws Exception {
    OutletFeed outlet = Feeds.site(site, "outlet", 2);
    site.with(
        "/1",
        exchange -> {
          exchange.getResponseHeaders().add("X-Robots-Tag", "otherbot: noindex");
          exchange.getResponseHeaders().add("X-Robots-Tag", "noarchive");
          LoopbackSite.send(exchange, 200, "x".getBytes(StandardCharsets.UTF_8));
        });
    settle(follow(outlet));

    assertThat(documents().get(0).provenance())
        .isEqualTo(
            new Provenance(
                BodyHash.of("x".getBytes(StandardCharsets.UTF_8)),
                null,
                null,
                Provenance.Robots.NO_ARCHIVE));
    assertThat(documents().get(1).provenance())
        .extracting(Provenance::robots)
        .isEqualTo(Provenance.Robots.ALLOWED);
  }

  @Test
  void fetchesAnArticleAgainWhenItsEntryChanges() throws Exception {
    FollowedFeed feed = follow(Feeds.site(site, "outlet", 2));
    settle(feed);
    String[] titles = {"a", "b", "c", "d", "e"};
    for (String title : titles) {
      String changed = Feeds.item(site.url("/1")).replace("خبر", title);
      site.with("/feed", "text/xml", Feeds.rss(changed, Feeds.item(site.url("/2"))));
      nextPoll(feed);
    }

    assertThat(site.requests("/2")).isEqualTo(1);
    // An entry that never rests is followed three times only.
    assertThat(site.requests("/1")).isEqualTo(4);
    assertThat(documents())
        .extracting(RawDocument::title)
        .containsExactly("خبر", "خبر", "a", "b", "c");
    assertThat(lastHealth().itemsSeen()).isEqualTo(2);
  }

  @Test
  void anEditWhosePageCannotBeHadIsNoEdit() throws Exception {
    FollowedFeed feed = follow(Feeds.site(site, "outlet", 1));
    settle(feed);
    site.withStatus("/1", 404);
    String content =
        "<content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">x";
    site.with(
        "/feed",
        "text/xml",
        Feeds.rss(
            Feeds.item(site.url("/1")).replace("</item>", content + "</content:encoded></item>")));
    nextPoll(feed);

    assertThat(documents()).hasSize(1);
    assertThat(rejections()).extracting(Rejection::reason).containsExactly("not-found");
  }

  @Test
  void asksAQuietFeedLessOftenUnlessItsPaceIsSet() throws Exception {
    OutletFeed set = Feeds.site(site, "outlet", 1);
    OutletFeed free =
        new OutletFeed("outlet", "outlet", "ar", set.url(), set.content(), null, null);
    FollowedFeed feed = follow(free);
    settle(feed);
    nextPoll(feed);

    assertThat(feed.due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(72)));
    for (int poll = 0; poll < 5; poll++) {
      nextPoll(feed);
    }
    assertThat(feed.due()).isEqualTo(clock.instant().plus(settings.maxPollEvery()));
  }

  @Test
  void asksNoSoonerThanTheServerWishes() throws Exception {
    OutletFeed set = Feeds.site(site, "outlet", 1);
    byte[] body = Feeds.rss(Feeds.item(site.url("/1"))).getBytes(StandardCharsets.UTF_8);
    site.with(
        "/feed",
        exchange -> {
          exchange.getResponseHeaders().set("Cache-Control", "public, max-age=6000");
          exchange.getResponseHeaders().set("Age", "600");
          LoopbackSite.send(exchange, 200, body);
        });
    FollowedFeed feed =
        follow(new OutletFeed("outlet", "outlet", "ar", set.url(), set.content(), null, null));
    settle(feed);

    assertThat(feed.due()).isEqualTo(clock.instant().plusSeconds(5400));
  }

  @Test
  void keepsALedgerOfWhoRefusesSinceWhenAndHow() throws Exception {
    OutletFeed outlet = Feeds.site(site, "outlet", 1);
    site.with("/robots.txt", "text/plain", "User-agent: *\nDisallow: /feed\n");
    FollowedFeed feed = follow(outlet);
    settle(feed);
    nextPoll(feed);

    SourceActivity refusing = Objects.requireNonNull(lastHealth().activity());
    assertThat(refusing.refusedSince()).isEqualTo(States.NOW);
    assertThat(refusing.refusal()).isEqualTo("Disallow: /feed");
    assertThat(site.requests()).isEmpty();

    site.with("/robots.txt", "text/plain", "User-agent: *\nAllow: /\n");
    nextPoll(feed);
    assertThat(Objects.requireNonNull(lastHealth().activity()).refusal()).isNull();
    assertThat(lastHealth().state()).isEqualTo(SourceState.OK);
  }

  @Test
  void countsWhatCameOfTheDay() throws Exception {
    OutletFeed outlet = Feeds.site(site, "outlet", 3);
    site.withStatus("/1", 404);
    FollowedFeed feed = follow(outlet);
    settle(feed);
    nextPoll(feed);

    SourceActivity activity = Objects.requireNonNull(lastHealth().activity());
    assertThat(activity.form()).isEqualTo("FEED");
    assertThat(activity.day()).isEqualTo("2026-07-20");
    assertThat(activity.statuses()).isEqualTo(Map.of("200", 4, "404", 1));
    assertThat(activity.items()).isEqualTo(3);
    assertThat(activity.rejections()).isEqualTo(1);
  }

  /** Ten items a day for two weeks, then none: a gap in the data is not peace. */
  @Test
  void tellsThatAFeedHasFallenSilent() throws Exception {
    FollowedFeed feed = follow(Feeds.site(site, "outlet", 1));
    settle(feed);
    int items = 1;
    for (int hour = 0; hour < 14 * 24; hour++) {
      int ofDay = hour % 24;
      if (ofDay < 10) {
        Feeds.site(site, "outlet", ++items);
      }
      nextPoll(feed);
      assertThat(lastHealth().silent()).as("hour " + hour).isFalse();
    }
    Instant lastItem = lastHealth().lastItem();
    int hours = 0;
    while (!lastHealth().silent()) {
      nextPoll(feed);
      hours++;
    }

    assertThat(hours).isBetween(6, 24);
    SourceActivity activity = Objects.requireNonNull(lastHealth().activity());
    assertThat(activity.silentSince()).isEqualTo(lastItem);
    assertThat(activity.itemsPerDay()).isBetween(8.0, 11.0);
    assertThat(lastHealth().state()).isEqualTo(SourceState.OK);

    site.withStatus("/feed", 500);
    nextPoll(feed);
    assertThat(lastHealth().silent()).isTrue();
    Feeds.site(site, "outlet", ++items);
    nextPoll(feed);
    assertThat(lastHealth().silent()).isFalse();
  }

  private String url(String path) {
    return site.url(path).toString();
  }

  @Test
  void anUnchangedBodyIsNotReadAgain() throws Exception {
    FollowedFeed feed = follow(Feeds.site(site, "outlet", 1));
    settle(feed);
    nextPoll(feed);

    assertThat(documents()).hasSize(1);
    assertThat(lastHealth().state()).isEqualTo(SourceState.OK);
    assertThat(lastHealth().lastItem()).isEqualTo(States.NOW);
  }

  @Test
  void triesAPageThreeTimesAndThenRejectsIt() throws Exception {
    OutletFeed outlet = Feeds.site(site, "outlet", 2);
    site.withStatus("/1", 500);
    FollowedFeed feed = follow(outlet);
    settle(feed);
    assertThat(rejections()).isEmpty();
    nextPoll(feed);
    assertThat(rejections()).isEmpty();
    nextPoll(feed);
    nextPoll(feed);

    assertThat(site.requests("/1")).isEqualTo(3);
    assertThat(rejections())
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.stage()).isEqualTo(Stage.FETCH);
              assertThat(rejection.reason()).isEqualTo("server-error");
              assertThat(rejection.reference()).isEqualTo(site.url("/1").toString());
            });
    assertThat(documents()).hasSize(1);
  }

  @Test
  void rejectsAtOnceWhatCannotSucceed() throws Exception {
    OutletFeed outlet = Feeds.site(site, "outlet", 3);
    site.withStatus("/1", 404)
        .withStatus("/2", 403)
        .with("/3", "text/html", new byte[settings.maxBodyBytes() + 1]);
    settle(follow(outlet));

    assertThat(rejections())
        .extracting(Rejection::reason)
        .containsExactly("not-found", "http-403", "too-large");
  }

  @Test
  void tellsOfAnItemThatTheFeedBreaksOffIn() throws Exception {
    OutletFeed outlet = Feeds.site(site, "outlet", 1);
    String whole = Feeds.rss(Feeds.item(site.url("/1")), Feeds.item(site.url("/2")));
    site.with("/feed", "application/rss+xml", whole.substring(0, whole.indexOf("/2") + 1));
    settle(follow(outlet));

    assertThat(documents()).hasSize(1);
    assertThat(rejections())
        .extracting(Rejection::stage, Rejection::reason, Rejection::reference)
        .containsExactly(tuple(Stage.PARSE, "incomplete-item", site.url("/feed").toString()));
  }

  @Test
  void takesTheFeedsFullTextWhereThePageCannotBeHad() throws Exception {
    site.with(
        "/feed",
        "application/rss+xml",
        Feeds.rss(
            "<item><link>"
                + site.url("/gone")
                + "</link><content:encoded xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">"
                + "&lt;p&gt;نص&lt;/p&gt;</content:encoded></item>"));
    settle(follow(Feeds.articles("outlet", site.url("/feed"))));

    assertThat(rejections()).isEmpty();
    RawDocument document = documents().get(0);
    assertThat(new String(Objects.requireNonNull(document.body()), StandardCharsets.UTF_8))
        .isEqualTo("<p>نص</p>");
    assertThat(document.contentType()).isEqualTo("text/html; charset=UTF-8");
  }

  @Test
  void commentsKeepTheirParentAndLoseTheirAuthor() throws Exception {
    site.with(
        "/comments",
        "application/rss+xml",
        Feeds.rss(
            "<item><title>On: an article</title><link>"
                + site.url("/article#comment-7")
                + "</link><guid isPermaLink=\"false\">c7</guid>"
                + "<dc:creator xmlns:dc=\"http://purl.org/dc/elements/1.1/\">Nickname</dc:creator>"
                + "<description>&lt;p&gt;a &amp;amp; b&lt;/p&gt;</description></item>"));
    settle(follow(Feeds.comments("outlet", site.url("/comments"))));

    RawDocument comment = documents().get(0);
    assertThat(comment.kind()).isEqualTo(DocumentKind.COMMENT);
    assertThat(comment.text()).isEqualTo("a & b");
    assertThat(comment.nativeId()).isEqualTo("c7");
    assertThat(comment.url()).isEqualTo(site.url("/article#comment-7").toString());
    assertThat(comment.parentUrl()).isEqualTo(site.url("/article").toString());
    assertThat(comment.author()).isEqualTo(new Pseudonyms(Feeds.KEY).of("outlet", "Nickname"));
    assertThat(comment.toString()).doesNotContain("Nickname");
    assertThat(site.requests()).containsExactly("/comments");
  }

  @Test
  void respectsAPauseAndGoesOnAfterIt() throws Exception {
    OutletFeed outlet = Feeds.site(site, "outlet", 2);
    site.with(
        "/1",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "7200");
          LoopbackSite.send(exchange, 429, new byte[0]);
        });
    FollowedFeed feed = follow(outlet);
    step(feed);
    step(feed);

    assertThat(feed.due()).isEqualTo(States.NOW.plusSeconds(7200));
    site.with("/1", "text/html", "<p>1</p>");
    nextPoll(feed);
    assertThat(documents()).hasSize(2);
    assertThat(rejections()).isEmpty();
  }

  @Test
  void asksARefuserOnceADay() throws Exception {
    site.withStatus("/feed", 403);
    FollowedFeed feed = follow(Feeds.articles("outlet", site.url("/feed")));
    step(feed);

    assertThat(lastHealth().state()).isEqualTo(SourceState.REFUSED);
    assertThat(lastHealth().httpStatus()).isEqualTo(403);
    assertThat(feed.due()).isEqualTo(States.NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void backsOffFromAFailingFeed() throws Exception {
    site.withStatus("/feed", 500);
    FollowedFeed feed = follow(Feeds.articles("outlet", site.url("/feed")));
    step(feed);
    nextPoll(feed);

    assertThat(lastHealth().state()).isEqualTo(SourceState.FAILING);
    assertThat(lastHealth().consecutiveFailures()).isEqualTo(2);
    Instant now = clock.instant();
    assertThat(feed.due())
        .isBetween(now.plus(Duration.ofHours(2)), now.plus(Duration.ofMinutes(150)));
  }

  @Test
  void leavesToItsSiblingsWhatTheyHaveTakenOn() throws Exception {
    FollowedFeed feed = follow(Feeds.site(site, "outlet", 2));
    String sharedKey =
        Objects.requireNonNull(
            ItemKeys.of(
                new FeedItem(site.url("/1").toString(), null, null, null, null, null, null),
                FeedContent.ARTICLES));
    feed.step(sharedKey::equals);
    settle(feed);

    assertThat(site.requests()).containsExactly("/feed", "/2");
  }

  private FollowedFeed follow(OutletFeed feed) {
    RawDocuments documents = new RawDocuments(new Pseudonyms(Feeds.KEY));
    FeedPoller poller = new FeedPoller(client, new NewItems(documents), settings, clock);
    return new FollowedFeed(
        FeedSplit.of(feed),
        (state, knownElsewhere) -> poller.poll(feed, state, knownElsewhere),
        new PageFetcher(client, documents, settings, clock, PageFetcher.MAX_ATTEMPTS),
        false);
  }

  private FeedEvent step(FollowedFeed feed) throws InterruptedException {
    FeedEvent event = feed.step(key -> false);
    records.addAll(event.records());
    return event;
  }

  /** Steps until nothing more is due now. */
  private void settle(FollowedFeed feed) throws InterruptedException {
    while (!feed.due().isAfter(clock.instant())) {
      step(feed);
    }
  }

  private void nextPoll(FollowedFeed feed) throws InterruptedException {
    clock.advance(Duration.between(clock.instant(), feed.due()));
    settle(feed);
  }

  private List<RawDocument> documents() {
    return records.stream().map(Intake::document).filter(Objects::nonNull).toList();
  }

  private List<Rejection> rejections() {
    return records.stream().map(Intake::rejection).filter(Objects::nonNull).toList();
  }

  private SourceHealth lastHealth() {
    List<SourceHealth> all = records.stream().map(Intake::health).filter(Objects::nonNull).toList();
    return all.get(all.size() - 1);
  }
}
