// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.sources.feed.FeedResult.Fault;

class FeedParserTest {
  private static final URI BASE = URI.create("https://outlet.example/feed");
  private static final Instant NOW = Instant.parse("2026-09-30T12:00:00Z");
  private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  @Test
  void readsRss() {
    FeedResult.Feed feed =
        read(
            PROLOG
                + "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>t</title><item>"
                + "<title>A &amp;amp; B</title><link>/news/خبر 1</link>"
                + "<guid isPermaLink=\"false\">?p=7</guid><dc:creator>The Desk</dc:creator>"
                + "<pubDate>20/07/2026 - 14:30</pubDate><description>short</description>"
                + "<content:encoded><![CDATA[<p>long</p>]]></content:encoded>"
                + "</item></channel></rss>");

    assertThat(feed.repaired()).isFalse();
    assertThat(feed.items())
        .containsExactly(
            new FeedItem(
                "https://outlet.example/news/%D8%AE%D8%A8%D8%B1%201",
                "?p=7",
                "A & B",
                "short",
                "<p>long</p>",
                "The Desk",
                Instant.parse("2026-07-20T13:30:00Z")));
  }

  @Test
  void hearsAtHowOftenAFeedWantsToBeAsked() {
    String hints =
        "<ttl> 60 </ttl><sy:updatePeriod> daily </sy:updatePeriod>"
            + "<sy:updateFrequency>4</sy:updateFrequency>";
    assertThat(hints(hints)).isEqualTo(new FeedHints(Duration.ofHours(1), Duration.ofHours(6)));
    assertThat(hints("<ttl>soon</ttl><sy:updatePeriod>never</sy:updatePeriod>"))
        .isEqualTo(FeedHints.NONE);
    assertThat(hints("<ttl>0</ttl><sy:updateFrequency>0</sy:updateFrequency>"))
        .isEqualTo(FeedHints.NONE);
  }

  private static FeedHints hints(String elements) {
    return read(PROLOG
            + "<rss version=\"2.0\""
            + " xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\"><channel>"
            + "<title>t</title>"
            + elements
            + "</channel></rss>")
        .hints();
  }

  @Test
  void readsAtom() {
    FeedResult.Feed feed =
        read(
            PROLOG
                + "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><id>f</id>"
                + "<updated>2026-07-20T14:30:00Z</updated><entry><title>One</title>"
                + "<id>tag:outlet.example,2026:1</id><link href=\"https://outlet.example/1\"/>"
                + "<author><name>The Desk</name></author><updated>2026-07-20T14:30:00Z</updated>"
                + "<content type=\"html\">&lt;p&gt;long&lt;/p&gt;</content></entry></feed>");

    assertThat(feed.items())
        .containsExactly(
            new FeedItem(
                "https://outlet.example/1",
                "tag:outlet.example,2026:1",
                "One",
                null,
                "<p>long</p>",
                "The Desk",
                Instant.parse("2026-07-20T14:30:00Z")));
  }

  @Test
  void readsRss1() {
    FeedResult.Feed feed =
        read(
            PROLOG
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                + " xmlns=\"http://purl.org/rss/1.0/\"><channel><title>t</title></channel>"
                + "<item><title>One</title><link>https://outlet.example/1</link></item></rdf:RDF>");

    assertThat(links(feed)).containsExactly("https://outlet.example/1");
  }

  @ParameterizedTest
  @MethodSource("org.marsad.sources.feed.HardFeeds#all")
  void readsWhatRomeByItselfDoesNot(HardFeed hard) {
    FeedResult result = FeedParser.parse(hard.body(BASE), hard.contentType(), BASE, NOW);

    assertThat(result).isInstanceOf(FeedResult.Feed.class);
    FeedResult.Feed feed = (FeedResult.Feed) result;
    assertThat(feed.items().stream().map(HardFeed.Article::of))
        .containsExactlyElementsOf(hard.articles(BASE));
    assertThat(feed.cut()).isEqualTo(hard.cut());
  }

  @Test
  void readsUtf8CutInsideACharacter() {
    byte[] whole =
        (PROLOG
                + "<rss version=\"2.0\"><channel><item><title>المغرب</title></item></channel></rss>"
                + "<!-- م")
            .getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);

    FeedResult.Feed feed = (FeedResult.Feed) parse(cut);

    assertThat(feed.items()).extracting(FeedItem::title).containsExactly("المغرب");
  }

  @Test
  void tellsWhatIsNoFeed() {
    assertThat(parse("".getBytes(StandardCharsets.UTF_8))).isEqualTo(unreadable(Fault.EMPTY_FEED));
    assertThat(parse("<html><p>hello".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(unreadable(Fault.NOT_A_FEED));
    assertThat(parse("<sitemap/>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(unreadable(Fault.NOT_A_FEED));
    assertThat(parse(new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFE, 127}))
        .isInstanceOf(FeedResult.Unreadable.class);
  }

  @Test
  void takesNoLongerThanTheFeedIsLong() {
    String tags = "<".repeat(1_000_000);
    byte[] undeclared = ("\u00C7" + tags).getBytes(StandardCharsets.ISO_8859_1);

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(parse(undeclared)).isEqualTo(unreadable(Fault.NOT_A_FEED)));
  }

  /** Whatever comes, it is a value. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss",
        "<rss ",
        "<rss><",
        "<feed/>",
        "<rss version='9'><channel><item><pubDate/></item></channel></rss>",
        "<rss><item><a:b:c/></item></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='::'/></entry></feed>",
        "<rss version='2.0'><channel><item><link>http://[bad</link></item></channel></rss>",
        "<rss xmlns:a=''><channel/></rss>"
      })
  void neverThrows(String text) {
    assertThat(parse(text.getBytes(StandardCharsets.UTF_8))).isNotNull();
  }

  @Test
  void tellsADayFromATimeAndKeepsTheLanguage() {
    FeedResult.Feed feed =
        read(
            PROLOG
                + "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>"
                + "<title>t</title><language>fr_MA</language>"
                + "<item><guid>day</guid><pubDate>20/07/2026</pubDate></item>"
                + "<item><guid>time</guid><pubDate>20/07/2026 - 14:30</pubDate>"
                + "<dc:language>ar</dc:language></item>"
                + "<item><guid>none</guid><dc:language>Arabic, mostly</dc:language></item>"
                + "</channel></rss>");

    assertThat(feed.items())
        .extracting(FeedItem::guid, FeedItem::dayOnly, FeedItem::language)
        .containsExactly(
            tuple("day", true, "fr-MA"), tuple("time", false, "ar"), tuple("none", false, "fr-MA"));
    assertThat(feed.items().get(0).published()).isEqualTo(Instant.parse("2026-07-20T11:00:00Z"));
  }

  @Test
  void anAtomFeedStatesItsLanguageAsAnAttribute() {
    FeedResult.Feed feed =
        read(
            PROLOG
                + "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ar\"><title>t</title>"
                + "<entry><title>One</title><id>1</id><updated>2026-07-20</updated></entry></feed>");

    assertThat(feed.items())
        .extracting(FeedItem::language, FeedItem::dayOnly)
        .containsExactly(tuple("ar", true));
  }

  @Test
  void aJsonFeedStatesLanguagesAndDays() {
    FeedResult.Feed feed =
        read(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"language\":\"fr\",\"items\":["
                + "{\"id\":\"1\",\"date_published\":\"2026-07-20\"},"
                + "{\"id\":\"2\",\"language\":\"ar-MA\",\"date_published\":"
                + "\"2026-07-20T10:00:00Z\"}]}");

    assertThat(feed.items())
        .extracting(FeedItem::dayOnly, FeedItem::language)
        .containsExactly(tuple(true, "fr"), tuple(false, "ar-MA"));
  }

  /** The bounds are those of the poll's clock, not of the machine's. */
  @Test
  void takesNoDateFromBeyondThePollsOwnTime() {
    FeedResult.Feed feed =
        read(
            PROLOG
                + "<rss version=\"2.0\"><channel><title>t</title>"
                + "<item><guid>a</guid><pubDate>2026-10-02T13:00:00Z</pubDate></item>"
                + "<item><guid>b</guid><pubDate>2026-10-02T11:00:00Z</pubDate></item>"
                + "</channel></rss>");

    assertThat(feed.items())
        .extracting(FeedItem::published)
        .containsExactly(null, Instant.parse("2026-10-02T11:00:00Z"));
  }

  private static FeedResult unreadable(Fault fault) {
    return new FeedResult.Unreadable(fault);
  }

  private static FeedResult parse(byte[] body) {
    return FeedParser.parse(body, null, BASE, NOW);
  }

  private static FeedResult.Feed read(String text) {
    FeedResult result = parse(text.getBytes(StandardCharsets.UTF_8));
    assertThat(result).isInstanceOf(FeedResult.Feed.class);
    return (FeedResult.Feed) result;
  }

  private static List<@Nullable String> links(FeedResult.Feed feed) {
    return feed.items().stream().<@Nullable String>map(FeedItem::link).toList();
  }
}
