// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Clock;
import org.marsad.job.settings.Settings;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.polling.PollingSettings;
import org.marsad.sources.sitemap.SitemapReader;

/** What the settings say about fetching, for commands that fetch by themselves. */
final class PoliteClients {
  private PoliteClients() {}

  static PoliteClient of(Settings.Polling polling) {
    return of(polling, polling.maxPageBytes());
  }

  /** One that takes sitemaps of any size that the protocol allows. */
  static PoliteClient ofSitemaps(Settings.Polling polling) {
    return of(polling, Math.max(polling.maxPageBytes(), SitemapReader.MOST_BYTES));
  }

  private static PoliteClient of(Settings.Polling polling, int maxBytes) {
    if (polling.hasPlaceholderContact()) {
      Terminal.err().println("marsad: warning: " + Configuration.PLACEHOLDER_CONTACT);
    }
    return new PoliteClient(
        polling.userAgent(), HttpLimits.of(maxBytes, polling.requestTimeout()), Clock.systemUTC());
  }

  static PollingSettings settings(Settings.Polling polling) {
    return new PollingSettings(
        polling.userAgent(),
        polling.minDelay(),
        polling.pollEvery(),
        polling.minPollEvery(),
        polling.maxPollEvery(),
        polling.maxPageBytes(),
        polling.requestTimeout(),
        polling.threads());
  }
}
