// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.marsad.model.Provenance;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.SourceState;
import org.marsad.model.Stage;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.LoopbackSite;

/** When a feed is asked, and what it wishes. */
class FeedMannersTest extends FeedFixture {
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
}
