// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.marsad.sources.catalogue.FeedContent;
import org.marsad.sources.catalogue.OutletFeed;
import org.marsad.sources.feed.FeedHints;

class PaceTest {
  private static final PollingSettings SETTINGS = PollingSettings.defaults();
  private static final OutletFeed FEED =
      new OutletFeed(
          "o", "O", null, URI.create("https://o.example/"), FeedContent.ARTICLES, null, null);

  @Test
  void beginsAtTheSettingOrAtTheFeedsOwnGuess() {
    assertThat(Pace.UNKNOWN.after(found(20, 20), SETTINGS).interval())
        .isEqualTo(SETTINGS.pollEvery());
    FeedHints hourly = new FeedHints(null, Duration.ofHours(1));
    assertThat(Pace.UNKNOWN.after(new PollYield(true, 20, 20, 0, hourly), SETTINGS).interval())
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void followsTheShareOfNewItemsWithinTheBounds() {
    Pace pace = new Pace(Duration.ofMinutes(20), null);
    assertThat(pace.after(found(20, 0), SETTINGS).interval()).isEqualTo(Duration.ofMinutes(24));
    assertThat(pace.after(found(20, 5), SETTINGS).interval()).isEqualTo(Duration.ofMinutes(16));
    assertThat(pace.after(found(20, 6), SETTINGS).interval()).isEqualTo(Duration.ofMinutes(10));

    Pace quiet = pace;
    Pace lively = pace;
    for (int poll = 0; poll < 20; poll++) {
      quiet = quiet.after(PollYield.UNCHANGED, SETTINGS);
      lively = lively.after(found(20, 20), SETTINGS);
    }
    assertThat(quiet.interval()).isEqualTo(SETTINGS.maxPollEvery());
    assertThat(lively.interval()).isEqualTo(SETTINGS.minPollEvery());
  }

  @Test
  void aTtlIsKeptWhileTheFeedIsUnchangedButOnlyUpToTheBound() {
    FeedHints hints = new FeedHints(Duration.ofMinutes(40), null);
    Pace pace =
        Pace.UNKNOWN
            .after(new PollYield(true, 20, 20, 0, hints), SETTINGS)
            .after(PollYield.UNCHANGED, SETTINGS);

    assertThat(pace.toNext(FEED, SETTINGS, null)).isEqualTo(Duration.ofMinutes(40));
    assertThat(pace.toNext(FEED, SETTINGS, Duration.ofMinutes(50)))
        .isEqualTo(Duration.ofMinutes(50));
    assertThat(pace.toNext(FEED, SETTINGS, Duration.ofDays(9))).isEqualTo(SETTINGS.maxPollEvery());
  }

  private static PollYield found(int listed, int fresh) {
    return new PollYield(true, listed, fresh, 0, FeedHints.NONE);
  }
}
