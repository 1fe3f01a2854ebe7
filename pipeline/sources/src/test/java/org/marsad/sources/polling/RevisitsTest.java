// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.marsad.model.Intake;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.LoopbackSite;

/** Articles that change, or go, after they were fetched. */
class RevisitsTest extends FeedFixture {
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
  void looksAtAYoungArticleTwiceAndTakesItsEdit() throws Exception {
    FollowedFeed feed = follow(Feeds.site(site, "outlet", 2));
    settle(feed);
    until(feed, Duration.ofHours(5));
    assertThat(site.requests("/1")).isEqualTo(1);
    page("/1", "the same, corrected");
    until(feed, Duration.ofHours(7));
    assertThat(site.requests("/1")).isEqualTo(2);
    page("/1", "corrected once more");
    until(feed, Duration.ofHours(72));

    assertThat(site.requests("/1")).isEqualTo(3);
    assertThat(site.requests("/2")).isEqualTo(3);
    assertThat(documents()).extracting(RawDocument::url).filteredOn(url("/2")::equals).hasSize(1);
    assertThat(documents()).extracting(RawDocument::url).filteredOn(url("/1")::equals).hasSize(3);
    assertThat(rejections()).isEmpty();
    assertThat(lastState().revisits()).isEqualTo(Revisits.NONE);
  }

  @Test
  void asksOnlyWhetherThePageHasChanged() throws Exception {
    OutletFeed outlet = Feeds.site(site, "outlet", 1);
    AtomicReference<String> asked = new AtomicReference<>("");
    site.with(
        "/1",
        exchange -> {
          String known = exchange.getRequestHeaders().getFirst("If-None-Match");
          asked.set(String.valueOf(known));
          exchange.getResponseHeaders().set("ETag", "\"v1\"");
          boolean same = "\"v1\"".equals(known);
          LoopbackSite.send(
              exchange,
              same ? 304 : 200,
              same ? new byte[0] : "<p>x".getBytes(StandardCharsets.UTF_8));
        });
    FollowedFeed feed = follow(outlet);
    settle(feed);
    until(feed, Duration.ofHours(7));

    assertThat(asked.get()).isEqualTo("\"v1\"");
    assertThat(documents()).hasSize(1);
    assertThat(Objects.requireNonNull(lastHealth().activity()).statuses()).containsKey("304");
  }

  @Test
  void advertisementsAndLinksAreNoEdit() throws Exception {
    OutletFeed outlet = Feeds.site(site, "outlet", 1);
    String text = "<h1>t</h1><p>" + "a long paragraph ".repeat(20) + "</p>";
    site.with("/1", "text/html", text + "<aside><a>most read: one</a></aside><script>1</script>");
    FollowedFeed feed = follow(outlet);
    settle(feed);
    site.with("/1", "text/html", text + "<aside><a>most read: two</a></aside><script>2</script>");
    until(feed, Duration.ofHours(7));

    assertThat(site.requests("/1")).isEqualTo(2);
    assertThat(documents()).hasSize(1);
  }

  /** Nothing is erased: that a publisher takes an article back is news itself. */
  @Test
  void tellsThatAnArticleIsGoneAtTheSecondLook() throws Exception {
    FollowedFeed feed = follow(Feeds.site(site, "outlet", 3));
    settle(feed);
    site.withStatus("/1", 410);
    site.with(
        "/2",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/");
          LoopbackSite.send(exchange, 302, new byte[0]);
        });
    page("/", "the front page");
    site.withStatus("/3", 404);
    until(feed, Duration.ofMinutes(6 * 60 + 30));
    assertThat(rejections()).isEmpty();
    page("/3", "back again");
    until(feed, Duration.ofHours(72));

    assertThat(rejections())
        .extracting(Rejection::reason, Rejection::reference)
        .containsExactlyInAnyOrder(
            tuple("article-gone", url("/1")), tuple("article-gone", url("/2")));
    assertThat(rejections().get(0).message())
        .contains(States.NOW.toString(), "what was captured stays");
    assertThat(site.requests("/1")).isEqualTo(3);
    assertThat(documents()).extracting(RawDocument::url).filteredOn(url("/3")::equals).hasSize(2);
    assertThat(records).extracting(Intake::deletion).containsOnlyNulls();
  }

  @Test
  void whatIsNewGoesBeforeAnotherLook() throws Exception {
    FollowedFeed feed = follow(Feeds.site(site, "outlet", 1));
    settle(feed);
    Feeds.site(site, "outlet", 3);
    // The polls and the look are all overdue, as under a long crawl-delay.
    clock.move(Duration.ofHours(6));
    assertThat(feed.looksBack()).isFalse();
    settle(feed);

    assertThat(site.requests()).containsExactly("/feed", "/1", "/feed", "/2", "/3", "/1");
  }

  @Test
  void anOldArticleIsNotLookedAtAgainAndOfManyTheLastAre() throws Exception {
    StringBuilder items = new StringBuilder();
    for (int i = 1; i <= Revisits.MOST + 20; i++) {
      page("/" + i, "page " + i);
      items.append(Feeds.item(site.url("/" + i)));
    }
    page("/old", "old");
    items.append(Feeds.item(site.url("/old")).replace("20 Jul", "17 Jul"));
    site.with("/feed", "application/rss+xml", Feeds.rss(items.toString()));
    settle(follow(Feeds.articles("outlet", site.url("/feed"))));

    assertThat(lastState().revisits().all())
        .hasSize(Revisits.MOST)
        .noneMatch(visit -> visit.page().uri().endsWith("/old"))
        .noneMatch(visit -> visit.page().uri().endsWith("/1"));
  }

  @Test
  void aRefusalOrAMoveEndsTheLooks() throws Exception {
    FollowedFeed feed = follow(Feeds.site(site, "outlet", 2));
    settle(feed);
    site.withStatus("/1", 403);
    site.with(
        "/2",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/another-article");
          LoopbackSite.send(exchange, 301, new byte[0]);
        });
    page("/another-article", "another text");
    until(feed, Duration.ofHours(30));

    assertThat(site.requests("/1")).isEqualTo(2);
    assertThat(site.requests("/2")).isEqualTo(2);
    assertThat(documents()).hasSize(2);
    assertThat(rejections()).isEmpty();
  }

  private void page(String path, String text) {
    site.with(path, "text/html; charset=utf-8", "<p>" + text + "</p>");
  }
}
