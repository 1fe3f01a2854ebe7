// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;
import org.marsad.model.SourceState;

class SourceViewTest {
  @ParameterizedTest
  @CsvSource({
    "MASTODON,https://one.example/tags/maroc",
    "TELEGRAM,https://t.me/s/a_channel",
    "REDDIT,https://www.reddit.com/r/Morocco/",
    "YOUTUBE,https://www.youtube.com/watch?v=abcdefghijk",
    "BLUESKY,https://bsky.app/",
    "X,https://x.com/search?f=live&q=Ceuta"
  })
  void leadsToWherePeopleReadANetwork(String form, String url) {
    assertThat(SourceView.page(feed(form, url), null)).isEqualTo(url);
  }

  @Test
  void leadsToAnOutletsHomeAndOtherwiseNowhere() {
    SourceHealth feed = feed("FEED", "https://outlet.example/feed");
    assertThat(SourceView.page(feed, "https://outlet.example/"))
        .isEqualTo("https://outlet.example/");
    assertThat(SourceView.page(feed, null)).isNull();
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
