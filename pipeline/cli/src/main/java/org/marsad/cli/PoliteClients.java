// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.time.Clock;
import org.marsad.job.settings.Settings;
import org.marsad.sources.http.HttpLimits;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.polling.PollingSettings;

/** What the settings say about fetching, for commands that fetch by themselves. */
final class PoliteClients {
  private PoliteClients() {}

  static PoliteClient of(Settings.Polling polling) {
    if (polling.hasPlaceholderContact()) {
      Terminal.err().println("marsad: warning: " + Configuration.PLACEHOLDER_CONTACT);
    }
    return new PoliteClient(
        polling.userAgent(),
        HttpLimits.of(polling.maxPageBytes(), polling.requestTimeout()),
        Clock.systemUTC());
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
