// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.marsad.model.DocumentKind;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.model.SourceState;
import org.marsad.model.Stage;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedItem;

/** What a feed over many polls brings. */
class FollowedFeedTest extends FeedFixture {
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
}
