// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.discovery;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.http.FetchOutcome;
import org.marsad.sources.http.FetchOutcome.Fetched;
import org.marsad.sources.http.FetchOutcome.Throttled;
import org.marsad.sources.http.FetchRequest;
import org.marsad.sources.http.PoliteClient;
import org.marsad.sources.polling.FetchFault;

/**
 * Asks a site for one thing after another while a person waits. What cannot be had is told with its
 * reason; a pause that the site asks for is sat out unless it is long.
 */
public final class SiteVisit {
  private static final int MOST_PAUSES = 3;

  private final PoliteClient client;
  private final Duration minDelay;
  private final Duration longestPause;
  private final Clock clock;
  private final Consumer<String> notes;

  /**
   * @param minDelay between two requests; a longer crawl-delay wins
   * @param longestPause a longer one is not sat out
   * @param notes takes what could not be had, and what is waited for, for a person
   */
  public SiteVisit(
      PoliteClient client,
      Duration minDelay,
      Duration longestPause,
      Clock clock,
      Consumer<String> notes) {
    this.client = client;
    this.minDelay = minDelay;
    this.longestPause = longestPause;
    this.clock = clock;
    this.notes = notes;
  }

  /**
   * @param start whose own address decides whether this machine may be asked
   */
  FetchOutcome ask(URI url, URI start) throws InterruptedException {
    FetchRequest request = FetchRequest.of(url, minDelay, AddressPolicy.forConfigured(start));
    FetchOutcome outcome = client.fetch(request);
    for (int pauses = 0; pauses < MOST_PAUSES && outcome instanceof Throttled asked; pauses++) {
      if (!satOut(url, asked)) {
        break;
      }
      outcome = client.fetch(request);
    }
    if (!(outcome instanceof Fetched)) {
      note(url + ": " + FetchFault.of(outcome).message());
    }
    return outcome;
  }

  private boolean satOut(URI url, Throttled asked) throws InterruptedException {
    Duration pause = Duration.between(clock.instant(), asked.until());
    if (pause.compareTo(longestPause) > 0) {
      return false;
    }
    if (pause.isNegative()) {
      return true;
    }
    note(url + ": the site wants a pause of " + (pause.toSeconds() + 1) + " s; waiting");
    Thread.sleep(pause.toMillis() + 1);
    return true;
  }

  Instant now() {
    return clock.instant();
  }

  void note(String note) {
    notes.accept(note);
  }
}
