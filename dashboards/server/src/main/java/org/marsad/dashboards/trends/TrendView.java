// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.classifiers.prevalence.Difference;
import org.marsad.index.query.CoverageRequest.Interval;
import org.marsad.index.query.Told;
import org.marsad.index.trend.HostileShare;
import org.marsad.index.trend.Manner;
import org.marsad.index.trend.ModelChange;
import org.marsad.index.trend.TrendPeriod;
import org.marsad.index.trend.TrendSeries;

/**
 * Trends as the API tells them.
 *
 * @param followed how many of the sources asked for are followed
 * @param model whose errors the shares are corrected for
 * @param series in the order that was asked for, never by their figures
 * @param differences of the corrected shares, of each pair of series
 */
record TrendView(
    Interval interval,
    LocalDate from,
    LocalDate to,
    long followed,
    String model,
    List<Series> series,
    List<Pair> differences) {

  /**
   * @param value what it shows of what is compared; absent where there is one series
   */
  record Series(
      @Nullable String value, HostileShare share, List<ModelChange> changes, List<Period> periods) {
    static Series of(@Nullable String value, TrendSeries found) {
      return new Series(
          value, found.share(), found.changes(), found.periods().stream().map(Period::of).toList());
    }
  }

  /**
   * Figures are absent where all there is would tell of one to four people.
   *
   * @param captured documents of the sources asked for, whatever they say
   * @param sources how many of these were heard
   * @param relevant documents about migrants: the sum of the four that follow
   * @param stories how many these are where copies count once; absent where not asked for
   * @param withheld whether documents of few people are left out of a figure
   */
  record Period(
      LocalDate start,
      @Nullable Long captured,
      long sources,
      @Nullable Long relevant,
      @Nullable Long hostile,
      @Nullable Long reporting,
      @Nullable Long supportive,
      @Nullable Long other,
      @Nullable Long stories,
      @Nullable Long hostileStories,
      boolean withheld,
      HostileShare share) {
    static Period of(TrendPeriod found) {
      return new Period(
          found.start(),
          found.captured().shown(),
          found.sources(),
          found.relevant().shown(),
          shown(found, Manner.HOSTILE),
          shown(found, Manner.REPORTING),
          shown(found, Manner.SUPPORTIVE),
          shown(found, Manner.OTHER),
          found.stories(),
          found.hostileStories(),
          found.relevant().withheld() || found.captured().withheld(),
          found.share());
    }

    private static @Nullable Long shown(TrendPeriod found, Manner manner) {
      return found.manners().getOrDefault(manner, Told.NOTHING).shown();
    }
  }

  /**
   * @param one value whose corrected share exceeds that of {@code other} by the difference
   * @param difference absent, as what follows, where a share is not known
   * @param tells whether chance and the errors do not explain it
   */
  record Pair(
      String one,
      String other,
      @Nullable Double difference,
      @Nullable Double low,
      @Nullable Double high,
      boolean tells) {
    static Pair of(String one, String other, @Nullable Difference found) {
      return found == null
          ? new Pair(one, other, null, null, null, false)
          : new Pair(one, other, found.difference(), found.low(), found.high(), found.tells());
    }
  }
}
