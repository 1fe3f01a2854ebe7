// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;

class PublicPageTest {
  @ParameterizedTest
  @CsvSource({
    "MASTODON,https://one.example/api/v1/timelines/tag/maroc,https://one.example/tags/maroc",
    "TELEGRAM,https://t.me/s/a_channel,https://t.me/s/a_channel",
    "REDDIT,https://oauth.reddit.com/r/Morocco/new,https://www.reddit.com/r/Morocco/",
    "YOUTUBE,https://www.googleapis.com/youtube/v3/commentThreads?videoId=abcdefghijk,"
        + "https://www.youtube.com/watch?v=abcdefghijk",
    "YOUTUBE,https://www.googleapis.com/youtube/v3/commentThreads?allThreadsRelatedToChannelId=UCx,"
        + "https://www.youtube.com/channel/UCx",
    "BLUESKY,https://jetstream2.us-east.bsky.network/subscribe,https://bsky.app/",
    "X,https://api.x.com/2/tweets/search/recent,https://x.com/"
  })
  void isWherePeopleReadTheSame(String form, String url, String page) {
    assertThat(PublicPage.of(feed(form, url))).isEqualTo(page);
  }

  @Test
  void isNotKnownOfOtherFeeds() {
    assertThat(PublicPage.of(feed("FEED", "https://outlet.example/feed"))).isNull();
    assertThat(PublicPage.of(feed("REDDIT", "http://127.0.0.1:1/other"))).isNull();
  }

  private static SourceHealth feed(String form, String url) {
    Instant now = Instant.EPOCH;
    return new SourceHealth(
        "id",
        "outlet",
        "Outlet",
        url,
        SourceState.OK,
        200,
        null,
        now,
        now,
        null,
        null,
        0,
        0,
        new SourceActivity(form, null, null, null, null, "1970-01-01", Map.of(), 0, 0, 0));
  }
}
