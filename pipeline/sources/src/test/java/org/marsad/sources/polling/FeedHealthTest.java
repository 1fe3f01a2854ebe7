// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceState;
import org.marsad.sources.catalogue.OutletFeed;

/** What a feed's health tells after each poll. */
class FeedHealthTest extends FeedFixture {
  @Test
  void keepsALedgerOfWhoRefusesSinceWhenAndHow() throws Exception {
    OutletFeed outlet = Feeds.site(site, "outlet", 1);
    site.with("/robots.txt", "text/plain", "User-agent: *\nDisallow: /feed\n");
    FollowedFeed feed = follow(outlet);
    settle(feed);
    nextPoll(feed);

    SourceActivity refusing = Objects.requireNonNull(lastHealth().activity());
    assertThat(refusing.refusedSince()).isEqualTo(States.NOW);
    assertThat(refusing.refusal()).isEqualTo("Disallow: /feed");
    assertThat(site.requests()).isEmpty();

    site.with("/robots.txt", "text/plain", "User-agent: *\nAllow: /\n");
    nextPoll(feed);
    assertThat(Objects.requireNonNull(lastHealth().activity()).refusal()).isNull();
    assertThat(lastHealth().state()).isEqualTo(SourceState.OK);
  }

  @Test
  void countsWhatCameOfTheDay() throws Exception {
    OutletFeed outlet = Feeds.site(site, "outlet", 3);
    site.withStatus("/1", 404);
    FollowedFeed feed = follow(outlet);
    settle(feed);
    nextPoll(feed);

    SourceActivity activity = Objects.requireNonNull(lastHealth().activity());
    assertThat(activity.form()).isEqualTo("FEED");
    assertThat(activity.day()).isEqualTo("2026-07-20");
    assertThat(activity.statuses()).isEqualTo(Map.of("200", 4, "404", 1));
    assertThat(activity.items()).isEqualTo(3);
    assertThat(activity.rejections()).isEqualTo(1);
  }

  /** Ten items a day for two weeks, then none: a gap in the data is not peace. */
  @Test
  void tellsThatAFeedHasFallenSilent() throws Exception {
    FollowedFeed feed = follow(Feeds.site(site, "outlet", 1));
    settle(feed);
    int items = 1;
    for (int hour = 0; hour < 14 * 24; hour++) {
      int ofDay = hour % 24;
      if (ofDay < 10) {
        Feeds.site(site, "outlet", ++items);
      }
      nextPoll(feed);
      assertThat(lastHealth().silent()).as("hour " + hour).isFalse();
    }
    Instant lastItem = lastHealth().lastItem();
    int hours = 0;
    while (!lastHealth().silent()) {
      nextPoll(feed);
      hours++;
    }

    assertThat(hours).isBetween(6, 24);
    SourceActivity activity = Objects.requireNonNull(lastHealth().activity());
    assertThat(activity.silentSince()).isEqualTo(lastItem);
    assertThat(activity.itemsPerDay()).isBetween(8.0, 11.0);
    assertThat(lastHealth().state()).isEqualTo(SourceState.OK);

    site.withStatus("/feed", 500);
    nextPoll(feed);
    assertThat(lastHealth().silent()).isTrue();
    Feeds.site(site, "outlet", ++items);
    nextPoll(feed);
    assertThat(lastHealth().silent()).isFalse();
  }
}
