// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.marsad.model.DocumentIds;
import org.marsad.model.SourceActivity;
import org.marsad.model.SourceHealth;

/**
 * The sources that have fallen silent: a rule cannot rise by what is not captured. The operator is
 * told of each feed as of a trouble, though it is no fault of alerting itself, so the heartbeat
 * goes on; subscribers learn which outlets are missing wherever a digest would look complete.
 */
final class SilentSources {
  private final Supplier<List<SourceHealth>> sources;

  SilentSources(Supplier<List<SourceHealth>> sources) {
    this.sources = sources;
  }

  /** The feeds that are silent now. */
  List<SourceHealth> find() {
    return SourceHealth.silent(sources.get());
  }

  static List<Trouble> troubles(List<SourceHealth> silent) {
    return silent.stream().map(SilentSources::trouble).toList();
  }

  /** Their outlets, by id. */
  static List<String> outlets(List<SourceHealth> silent) {
    return silent.stream().map(SourceHealth::outletId).distinct().sorted().toList();
  }

  private static Trouble trouble(SourceHealth feed) {
    return new Trouble("silent-" + DocumentIds.ofUrl(feed.feedId()), text(feed));
  }

  private static String text(SourceHealth feed) {
    SourceActivity activity = feed.activity();
    Instant since = activity == null ? null : activity.silentSince();
    return String.format(
        Locale.ROOT,
        "%s has brought nothing since %s (%s), which is longer than by chance: look at the page of"
            + " sources, and correct or remove its feed in outlets.yaml",
        feed.outletName(),
        since == null ? "long" : since.truncatedTo(ChronoUnit.MINUTES),
        feed.url());
  }
}
