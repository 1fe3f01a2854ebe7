// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkCatalogueTest {
  @TempDir Path folder;

  @Test
  void readsTheStreamsOfAllNetworks() throws IOException {
    NetworkCatalogue read =
        read(
            """
            keywords:
              fr: [migrants, sans-papiers]
              ar: المهاجرين
            networks:
              bluesky:
                enabled: true
                streams:
                  - {name: all, keywords: [fr, ar]}
              mastodon:
                enabled: true
                poll-every: 10m
                streams:
                  - {name: tag, instance: https://one.example/, hashtag: المغرب, language: ar}
              telegram:
                enabled: true
                streams:
                  - {name: news, channel: some_news, keywords: none, poll-every: 1h}
              reddit:
                enabled: true
                streams:
                  - {name: posts, subreddit: Morocco, keywords: fr}
                  - {name: comments, subreddit: Morocco, comments: true, keywords: fr}
              youtube:
                enabled: true
                daily-units: 100
                streams:
                  - {name: video, video: abcdefghijk}
                  - {name: channel, channel: UCabcdefghijklmnopqrstuv}
              x:
                enabled: true
                streams:
                  - {name: words, keywords: [fr, ar]}
                  - {name: own, query: "Ceuta lang:es"}
            """);

    assertThat(read.feeds())
        .extracting(feed -> feed.outletId() + " " + feed.url())
        .containsExactly(
            "bluesky https://jetstream2.us-east.bsky.network/subscribe",
            "mastodon https://one.example/api/v1/timelines/tag/"
                + "%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8",
            "telegram https://t.me/s/some_news",
            "reddit https://oauth.reddit.com/r/Morocco/new",
            "reddit https://oauth.reddit.com/r/Morocco/comments",
            "youtube https://www.googleapis.com/youtube/v3/commentThreads?videoId=abcdefghijk",
            "youtube https://www.googleapis.com/youtube/v3/commentThreads"
                + "?allThreadsRelatedToChannelId=UCabcdefghijklmnopqrstuv",
            "x https://api.x.com/2/tweets/search/recent#words",
            "x https://api.x.com/2/tweets/search/recent#own");
    assertThat(read.feeds()).allSatisfy(feed -> assertThat(feed.form().isNetwork()).isTrue());
    assertThat(feed(read, 0).options())
        .containsEntry("keywords", "migrants\nsans-papiers\nالمهاجرين");
    assertThat(feed(read, 1).pollEvery()).isEqualTo(Duration.ofMinutes(10));
    assertThat(feed(read, 1).language()).isEqualTo("ar");
    assertThat(feed(read, 2).pollEvery()).isEqualTo(Duration.ofHours(1));
    assertThat(feed(read, 5).options()).containsEntry("daily-units", "50");
    assertThat(feed(read, 7).options())
        .containsEntry("query", "(\"migrants\" OR \"sans-papiers\" OR \"المهاجرين\") -is:retweet")
        .containsEntry("monthly-reads", "500");
    assertThat(feed(read, 8).options()).containsEntry("query", "Ceuta lang:es");
  }

  @Test
  void aNetworkThatIsNotEnabledIsReadAndNotFollowed() throws IOException {
    NetworkCatalogue read =
        read(
            """
            keywords: {fr: migrants}
            networks:
              bluesky:
                streams: [{name: all, keywords: fr}]
              x:
                enabled: false
                streams: []
            """);

    assertThat(read.feeds()).isEmpty();
    assertThat(read.networks())
        .extracting(FollowedNetwork::network)
        .containsExactly(Network.BLUESKY, Network.X);
    assertThat(read.networks().get(0).streams()).hasSize(1);
  }

  @Test
  void aSearchThatWouldBeTooLongBecomesSeveral() throws IOException {
    String words =
        IntStream.range(0, 100).mapToObj(i -> "word number " + i).collect(Collectors.joining(", "));
    NetworkCatalogue read =
        read(
            """
            keywords: {many: [%s, open*]}
            networks:
              x:
                enabled: true
                streams: [{name: many, keywords: many}]
            """
                .formatted(words));

    List<String> queries = read.feeds().stream().map(one -> one.options().get("query")).toList();
    assertThat(queries).hasSizeGreaterThan(3).allMatch(query -> query.length() <= 512);
    assertThat(String.join(" ", queries))
        .contains("\"word number 0\"", "\"word number 99\"")
        .doesNotContain("open");
    assertThat(read.feeds()).extracting(OutletFeed::id).doesNotHaveDuplicates();
    assertThat(feed(read, 1).url().getFragment()).isEqualTo("many-2");
  }

  @Test
  void tellsAllFaultsAtOnceWithLineAndKey() {
    CatalogueException all =
        catchThrowableOfType(
            CatalogueException.class,
            () ->
                read(
                    """
                    keywords:
                      fr: ["..."]
                    networks:
                      bluesky:
                        enabled: perhaps
                        streams:
                          - {name: all}
                          - {name: all, keywords: none}
                      mastodon:
                        streams:
                          - {name: Tag One, instance: one.example, hashtag: "#two words"}
                      telegram:
                        daily-units: 5
                        streams: [{name: a, channel: "@x", keywords: de}]
                      youtube:
                        daily-units: none
                        streams: [{name: a}, {name: b, video: short, language: de}]
                      x:
                        monthly-reads: 15
                        streams: [{name: a, query: a}, {name: b, query: b}]
                      friendster: {}
                    """));

    assertThat(all.faults())
        .extracting(fault -> fault.line() + " " + fault.key())
        .containsExactlyInAnyOrder(
            "2 keywords.fr",
            "5 networks.bluesky.enabled",
            "7 networks.bluesky.streams[0].keywords",
            "8 networks.bluesky.streams[1].name",
            "8 networks.bluesky.streams[1].keywords",
            "7 networks.bluesky.streams",
            "11 networks.mastodon.streams[0].name",
            "11 networks.mastodon.streams[0].instance",
            "11 networks.mastodon.streams[0].hashtag",
            "13 networks.telegram.daily-units",
            "14 networks.telegram.streams[0].channel",
            "14 networks.telegram.streams[0].keywords",
            "16 networks.youtube.daily-units",
            "17 networks.youtube.streams[0].video",
            "17 networks.youtube.streams[1].video",
            "17 networks.youtube.streams[1].language",
            "19 networks.x.monthly-reads",
            "21 networks.friendster");
    assertThat(all).hasMessageContaining("networks.yaml:19: networks.x.monthly-reads: 15 is too");
  }

  @Test
  void whatIsFollowedTwiceIsAFault() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    networks:
                      telegram:
                        streams:
                          - {name: a, channel: some_news, keywords: none}
                          - {name: b, channel: some_news, keywords: none}
                    """))
        .hasMessageContaining("https://t.me/s/some_news is followed twice");
  }

  @Test
  void anEmptyOrMissingFileSaysWhatItNeeds() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("networks.yaml:1: networks");
    assertThatThrownBy(() -> read("keywords: {}\n"))
        .hasMessageContaining("networks: is missing; name at least one of [bluesky,");
    assertThatThrownBy(() -> NetworkCatalogue.read(folder.resolve("missing.yaml")))
        .hasMessageContaining("cannot be read");
  }

  private NetworkCatalogue read(String text) throws IOException {
    Path file = folder.resolve("networks.yaml");
    Files.writeString(file, text);
    return NetworkCatalogue.read(file);
  }

  private static OutletFeed feed(NetworkCatalogue read, int index) {
    return read.feeds().get(index);
  }
}
