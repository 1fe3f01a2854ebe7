// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.marsad.model.RawDocument;
import org.marsad.model.Rejection;
import org.marsad.sources.catalogue.FeedForm;
import org.marsad.sources.catalogue.OutletFeed;

/** Sitemaps over several polls. */
@Timeout(120)
class SitemapFeedTest extends FeedFixture {
  SitemapFeedTest() {
    super(Feeds.largeSettings());
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

  private OutletFeed sitemapFeed(String path) {
    return Feeds.articles("outlet", site.url(path)).in(FeedForm.SITEMAP, Map.of());
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

  /** Without a time, the day counts as its noon and as no more than a day. */
  @Test
  void aNewsSitemapsDayIsADayAndItsLanguageIsKept() throws Exception {
    page("/a");
    page("/b");
    String news =
        "<url><loc>%s</loc><n:news><n:publication><n:name>N</n:name><n:language>%s</n:language>"
            + "</n:publication><n:publication_date>%s</n:publication_date><n:title>t</n:title>"
            + "</n:news></url>";
    sitemap(
        "/news.xml",
        String.format(news, site.url("/a"), "fr", "2026-07-20")
            + String.format(news, site.url("/b"), "any language", "2026-07-20T10:00:00+01:00"));
    settle(follow(sitemapFeed("/news.xml")));

    assertThat(documents())
        .extracting(RawDocument::published, RawDocument::dayOnly, RawDocument::language)
        .containsExactlyInAnyOrder(
            tuple(Instant.parse("2026-07-20T11:00:00Z"), true, "fr"),
            tuple(Instant.parse("2026-07-20T09:00:00Z"), false, "ar"));
  }
}
