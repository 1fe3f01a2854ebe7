// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.marsad.model.Document;
import org.marsad.model.DocumentIds;
import org.marsad.model.DocumentKind;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;

/** Lists of links, JSON feeds, long feeds and the comments of a page. */
@Timeout(120)
class ListingsTest extends FeedFixture {
  ListingsTest() {
    super(Feeds.largeSettings());
  }

  @Test
  void readsTheLinksOfAList() throws Exception {
    page("/news/1");
    page("/news/2");
    site.with(
        "/list",
        "text/html; charset=utf-8",
        "<nav><a href='/about'>about</a></nav><article><a href='/news/1'><img></a>"
            + "<h2><a href='news/1#top'>خبر أول</a></h2><time datetime='2026-07-19T10:00:00Z'>"
            + "</time></article><article><a href='/news/2'>deux</a></article>"
            + "<article><a href='https://other.example/news/3'>3</a></article>"
            + "<article><a href='mailto:x'>4</a></article>"
            + "<article><a href='/advert/9'>5</a></article>");
    OutletFeed list =
        Feeds.articles("outlet", site.url("/list"))
            .in(
                FeedForm.LIST,
                Map.of("selector", "article", "link-pattern", "/news/", "date-selector", "time"));
    settle(follow(list));

    assertThat(documents())
        .extracting(RawDocument::title, RawDocument::published)
        .containsExactly(tuple(null, Instant.parse("2026-07-19T10:00:00Z")), tuple("deux", null));
    assertThat(rejections()).extracting(Rejection::reason).containsExactly("foreign-link");
  }

  @Test
  void saysWhenAListHasANewLayout() throws Exception {
    site.with("/list", "text/html", "<p>nothing</p>");
    settle(
        follow(
            Feeds.articles("outlet", site.url("/list"))
                .in(FeedForm.LIST, Map.of("selector", "article a"))));

    assertThat(rejections()).extracting(Rejection::reason).containsExactly("nothing-selected");
  }

  @Test
  void readsAJsonFeedWhateverTypesItsValuesHave() throws Exception {
    page("/1");
    page("/2");
    site.with(
        "/feed",
        "application/json",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[7,null,{\"id\":5,\"url\":\""
            + site.url("/1")
            + "\",\"title\":[1],\"date_published\":{}},{\"url\":\"/2\",\"id\":\"x\",\"title\":\"T\","
            + "\"date_published\":\"2026-07-20T10:00:00Z\",\"authors\":\"none\"},{\"title\":\"t\"}]}");
    settle(follow(Feeds.articles("outlet", site.url("/feed"))));

    assertThat(documents())
        .extracting(RawDocument::url, RawDocument::title)
        .containsExactly(
            tuple(site.url("/1").toString(), null), tuple(site.url("/2").toString(), "T"));
    assertThat(rejections())
        .extracting(Rejection::reason)
        .containsExactlyInAnyOrder("malformed-item", "item-without-link");
  }

  @Test
  void aFeedOfAHundredThousandItemsIsBounded() throws Exception {
    String[] items =
        IntStream.range(0, 100_000)
            .mapToObj(i -> Feeds.item(site.url("/" + i)))
            .toArray(String[]::new);
    site.with("/feed", "application/rss+xml", Feeds.rss(items));
    FollowedFeed feed = follow(Feeds.articles("outlet", site.url("/feed")));
    FeedEvent polled = step(feed);

    assertThat(polled.after().pending()).hasSize(1_000);
    assertThat(rejections()).extracting(Rejection::reason).containsExactly("too-many-items");
  }

  @Test
  void takesTheCommentsOfAPageWithoutAName() throws Exception {
    site.with(
        "/1",
        "text/html; charset=utf-8",
        "<article>text</article><ol class=comment-list><li class=comment id=comment-5>"
            + "<b class=fn>Nickname</b><time datetime='2026-07-20T09:00:00Z'></time>"
            + "<div class=comment-content><p>a &amp; b</p></div><ol><li class=comment id=comment-6>"
            + "<b class=fn>Another</b><div class=comment-content>answer</div></li></ol></li>"
            + "<li class=comment id=comment-7><b class=fn>Third</b></li></ol>");
    site.with("/feed", "application/rss+xml", Feeds.rss(Feeds.item(site.url("/1"))));
    OutletFeed feed =
        Feeds.articles("outlet", site.url("/feed"))
            .in(
                FeedForm.FEED,
                Map.of(
                    "comments-item", "li.comment",
                    "comments-text", ".comment-content",
                    "comments-author", ".fn",
                    "comments-date", "time",
                    "comments-id", "id"));
    settle(follow(feed));

    String article = site.url("/1").toString();
    List<RawDocument> comments =
        documents().stream().filter(one -> one.kind() == DocumentKind.COMMENT).toList();
    assertThat(comments)
        .extracting(
            RawDocument::url, RawDocument::parentUrl, RawDocument::text, RawDocument::author)
        .containsExactly(
            tuple(article + "#comment-5", article, "a & b", pseudonym("Nickname")),
            tuple(article + "#comment-6", article, "answer", pseudonym("Another")));
    assertThat(comments.toString()).doesNotContain("Nickname", "Another");
    assertThat(rejections()).extracting(Rejection::reason).containsExactly("comment-without-text");
  }

  @Test
  void theCommentsOfAPageStandUnderTheArticleThatItNames() throws Exception {
    site.with(
        "/1",
        "text/html; charset=utf-8",
        "<link rel=canonical href='/article'><article><p>The council met on Monday and spoke of"
            + " the harbour for a long time.</p></article>"
            + "<p class=comment id=comment-5>first</p>");
    site.with("/feed", "application/rss+xml", Feeds.rss(Feeds.item(site.url("/1"))));
    Map<String, String> markup =
        Map.of("comments-item", ".comment", "comments-text", ".comment", "comments-id", "id");
    settle(follow(Feeds.articles("outlet", site.url("/feed")).in(FeedForm.FEED, markup)));

    DocumentExtractor extractor =
        new DocumentExtractor(new ArticleExtractor(1 << 20, Clock.systemUTC()));
    List<Document> both =
        documents().stream()
            .map(raw -> Objects.requireNonNull(extractor.extract(raw).document()))
            .toList();
    assertThat(both)
        .extracting(Document::kind)
        .containsExactlyInAnyOrder(DocumentKind.ARTICLE, DocumentKind.COMMENT);
    String article = DocumentIds.ofUrl(site.url("/article").toString());
    assertThat(both)
        .allSatisfy(
            one ->
                assertThat(one.kind() == DocumentKind.ARTICLE ? one.id() : one.parentId())
                    .isEqualTo(article));
  }

  private static String pseudonym(String name) {
    return new Pseudonyms(Feeds.KEY).of("outlet", name);
  }
}
