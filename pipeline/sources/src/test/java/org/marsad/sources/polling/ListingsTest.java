// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.marsad.model.Document;
import org.marsad.model.DocumentIds;
import org.marsad.model.DocumentKind;
import org.marsad.model.Intake;
import org.marsad.model.Pseudonyms;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.sources.article.ArticleExtractor;
import org.marsad.sources.article.DocumentExtractor;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.LoopbackSite;
import org.marsad.sources.http.PoliteClient;

/** Sitemaps, lists of links and JSON feeds over several polls, against a real site. */
@Timeout(120)
class ListingsTest {
  private final LoopbackSite site = new LoopbackSite();
  private final MovableClock clock = new MovableClock();
  private final PollingSettings settings =
      new PollingSettings(
          PollingSettings.DEFAULT_USER_AGENT,
          Duration.ZERO,
          Duration.ofHours(1),
          Duration.ofMinutes(5),
          Duration.ofHours(2),
          20 * 1024 * 1024,
          Duration.ofSeconds(20),
          16);
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
  void readsANewsSitemapAndTakesItsTitleAndDate() throws Exception {
    page("/a");
    sitemap(
        "/news.xml",
        "<url><loc>"
            + site.url("/a")
            + "</loc><n:news><n:publication><n:name>N</n:name><n:language>ar</n:language>"
            + "</n:publication><n:publication_date>2026-07-20T10:00:00+01:00</n:publication_date>"
            + "<n:title>عنوان</n:title></n:news></url>");
    settle(follow(sitemapFeed("/news.xml")));

    assertThat(documents())
        .extracting(RawDocument::url, RawDocument::title, RawDocument::published)
        .containsExactly(
            tuple(site.url("/a").toString(), "عنوان", Instant.parse("2026-07-20T09:00:00Z")));
    assertThat(rejections()).isEmpty();
  }

  @Test
  void fetchesOfALongPastOnlyWhatIsYoungAndLaterWhatIsNew() throws Exception {
    String past =
        IntStream.range(0, 49_000)
            .mapToObj(i -> entry("/old" + i, States.NOW.minus(Duration.ofDays(30))))
            .collect(Collectors.joining());
    page("/young");
    page("/new");
    sitemap("/map.xml", past + entry("/young", States.NOW.minus(Duration.ofDays(1))));
    FollowedFeed feed = follow(sitemapFeed("/map.xml"));
    settle(feed);
    assertThat(site.requests()).containsExactly("/map.xml", "/young");

    sitemap(
        "/map.xml",
        past
            + entry("/young", States.NOW.minus(Duration.ofDays(1)))
            + entry("/new", States.NOW.plus(Duration.ofMinutes(30))));
    nextPoll(feed);

    assertThat(site.requests()).containsExactly("/map.xml", "/young", "/map.xml", "/new");
  }

  @Test
  void isBoundedWhereEverythingClaimsToHaveChanged() throws Exception {
    String all =
        IntStream.range(0, 3_000)
            .mapToObj(i -> entry("/" + i, States.NOW))
            .collect(Collectors.joining());
    sitemap("/map.xml", all);
    FollowedFeed feed = follow(sitemapFeed("/map.xml"));
    settle(feed);
    assertThat(site.requests()).hasSize(1 + 1_000);

    sitemap("/map.xml", all + "<!-- again -->");
    nextPoll(feed);

    assertThat(site.requests()).hasSize(2 + 1_000);
  }

  @Test
  void readsOfAnIndexWhatMayBeNewAndEndsInspiteOfLoops() throws Exception {
    page("/a");
    page("/b");
    index(
        "/index.xml",
        child("/fresh.xml.gz", States.NOW),
        child("/past.xml", States.NOW.minus(Duration.ofDays(90))),
        child("/index.xml", States.NOW),
        child("/inner.xml", States.NOW),
        child("/missing.xml", States.NOW));
    index(
        "/inner.xml",
        child("/index.xml", States.NOW),
        child("/inner.xml", States.NOW),
        child("/other.xml", States.NOW));
    site.with("/fresh.xml.gz", "application/gzip", gzip(urlset(entry("/a", States.NOW))));
    sitemap("/other.xml", entry("/b", States.NOW));
    FollowedFeed feed = follow(sitemapFeed("/index.xml"));
    settle(feed);

    assertThat(documents())
        .extracting(RawDocument::url)
        .containsExactlyInAnyOrder(site.url("/a").toString(), site.url("/b").toString());
    assertThat(site.requests("/past.xml")).isZero();
    assertThat(rejections())
        .extracting(Rejection::reason, Rejection::reference)
        .contains(tuple("not-found", site.url("/missing.xml").toString()));

    nextPoll(feed);
    assertThat(site.requests("/fresh.xml.gz")).as("unchanged").isEqualTo(1);
    assertThat(site.requests("/missing.xml")).as("tried again").isEqualTo(2);
  }

  @Test
  void dropsAndCountsLinksToOtherDomains() throws Exception {
    page("/a");
    sitemap(
        "/map.xml",
        entry("/a", States.NOW)
            + "<url><loc>https://other.example/x</loc><lastmod>2026-07-20</lastmod></url>");
    settle(follow(sitemapFeed("/map.xml")));

    assertThat(documents()).hasSize(1);
    assertThat(rejections()).extracting(Rejection::reason).containsExactly("foreign-link");
  }

  @Test
  void leavesOutTheUndatedOfALongSitemap() throws Exception {
    sitemap(
        "/map.xml",
        IntStream.range(0, 500)
            .mapToObj(i -> "<url><loc>" + site.url("/" + i) + "</loc></url>")
            .collect(Collectors.joining()));
    settle(follow(sitemapFeed("/map.xml")));

    assertThat(site.requests()).containsExactly("/map.xml");
    assertThat(rejections()).extracting(Rejection::reason).containsExactly("undated-entries");
  }

  @Test
  void refusesBombsEntitiesAndWhatIsNoSitemap() throws Exception {
    String secret = site.url("/secret").toString();
    List<String> bad =
        List.of(
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + urlset("<url><loc>&b;</loc></url>"),
            "<!DOCTYPE x [<!ENTITY a SYSTEM \""
                + secret
                + "\">]>"
                + urlset("<url><loc>" + site.url("/") + "&a;</loc></url>"),
            "<!DOCTYPE x SYSTEM \"" + secret + "\">" + urlset(""),
            "<html><body>hello</body></html>",
            "{\"a\":1}");
    for (String text : bad) {
      records.clear();
      site.with("/bad.xml", "application/xml", text);
      settle(follow(sitemapFeed("/bad.xml")));
      assertThat(documents()).as(text).isEmpty();
      assertThat(rejections()).as(text).extracting(Rejection::reason).contains("not-a-sitemap");
    }
    byte[] zeros = gzip(new String(new char[60 * 1024 * 1024]).replace('\0', ' '));
    site.with("/bomb.gz", "application/gzip", zeros);
    records.clear();
    settle(follow(sitemapFeed("/bomb.gz")));
    assertThat(rejections()).extracting(Rejection::reason).containsExactly("sitemap-too-large");
    assertThat(site.requests("/secret")).isZero();
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

  private OutletFeed sitemapFeed(String path) {
    return Feeds.articles("outlet", site.url(path)).in(FeedForm.SITEMAP, Map.of());
  }

  private void page(String path) {
    site.with(path, "text/html", "<p>" + path + "</p>");
  }

  private void sitemap(String path, String entries) {
    site.with(path, "application/xml", urlset(entries));
  }

  private void index(String path, String... children) {
    site.with(
        path,
        "application/xml",
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
            + String.join("", children)
            + "</sitemapindex>");
  }

  private String child(String path, Instant modified) {
    return "<sitemap><loc>"
        + site.url(path)
        + "</loc><lastmod>"
        + modified
        + "</lastmod></sitemap>";
  }

  private String entry(String path, Instant modified) {
    return "<url><loc>" + site.url(path) + "</loc><lastmod>" + modified + "</lastmod></url>";
  }

  private static String urlset(String entries) {
    return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
        + " xmlns:n=\"http://www.google.com/schemas/sitemap-news/0.9\">"
        + entries
        + "</urlset>";
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
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
}
