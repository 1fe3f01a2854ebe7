// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.model.Document;

/** Says what carries a rise, by comparing it with the weeks before. Thread-safe. */
public final class RiseExplainer {
  /** Whole weeks, so that each weekday weighs the same. */
  private static final Duration DAILY_BASELINE = Duration.ofDays(28);

  private static final Duration HOURLY_BASELINE = Duration.ofDays(14);
  private static final int MOST_COMPARED = 300;

  private final CaseFiles files;

  public RiseExplainer(CaseFiles files) {
    this.files = files;
  }

  /**
   * @param from start of the rise, {@code to} its end, exclusive
   */
  public Explanation explain(AlertRule rule, Instant from, Instant to) {
    Instant baselineFrom =
        from.minus(rule.granularity() == Granularity.HOUR ? HOURLY_BASELINE : DAILY_BASELINE);
    Breakdown counts = files.breakdown(rule.filters(), baselineFrom, from, to);
    List<Document> documents = files.documents(rule.filters(), from, to, MOST_COMPARED);
    List<Story> stories = Stories.of(documents);
    Spread spread = Spread.of(documents, stories);
    Contributions contributions = new Contributions(counts);
    return new Explanation(
        contributions.strongest(rule.filters(), new ShownTerms(documents)),
        counts.withholds(),
        spread,
        contributions.silentSources(),
        counts.models(),
        isChanged(counts),
        Samples.of(stories, spread != null && spread.viral()));
  }

  private static boolean isChanged(Breakdown counts) {
    return !counts.models().isEmpty()
        && !counts.baselineModels().isEmpty()
        && !Set.copyOf(counts.models()).equals(Set.copyOf(counts.baselineModels()));
  }
}
