// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.io.Serializable;
import java.time.Duration;
import org.marsad.sources.catalogue.OutletFeed;

/**
 * How the source behaves towards every outlet.
 *
 * @param userAgent names the robot and a contact; the part before the slash is what robots.txt
 *     knows us by
 * @param minDelay between two requests to one registrable domain, where the outlet sets none
 * @param pollEvery between two polls of a feed, until its own pace is known
 * @param minPollEvery the shortest time to which a lively feed brings it
 * @param maxPollEvery the longest, for a quiet one; a feed's own setting knows no bounds
 * @param maxBodyBytes of a feed or page, decompressed
 * @param requestTimeout for one complete answer
 * @param threads that fetch at the same time, each for another domain
 */
public record PollingSettings(
    String userAgent,
    Duration minDelay,
    Duration pollEvery,
    Duration minPollEvery,
    Duration maxPollEvery,
    int maxBodyBytes,
    Duration requestTimeout,
    int threads)
    implements Serializable {

  /** The contact is a placeholder: whoever runs this should put a page of their own there. */
  public static final String DEFAULT_USER_AGENT = "MarsadBot/0.1 (+https://marsad.example/bot)";

  public static PollingSettings defaults() {
    return new PollingSettings(
        DEFAULT_USER_AGENT,
        Duration.ofSeconds(1),
        Duration.ofMinutes(15),
        Duration.ofMinutes(5),
        Duration.ofHours(1),
        10 * 1024 * 1024,
        Duration.ofSeconds(30),
        16);
  }

  /** Between two requests to this feed's domain. */
  Duration minDelay(OutletFeed feed) {
    return feed.minDelay() == null ? minDelay : feed.minDelay();
  }

  /** Between two polls of this feed, as long as nothing is known of its pace. */
  Duration pollEvery(OutletFeed feed) {
    return feed.pollEvery() == null ? pollEvery : feed.pollEvery();
  }
}
