// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import java.util.List;
import org.marsad.dashboards.http.Csv;

/** Trends as a table: a line for each series and period, with its coverage. */
final class TrendCsv {
  private static final List<String> HEAD =
      List.of(
          "series",
          "from",
          "captured",
          "sourcesHeard",
          "sourcesFollowed",
          "relevant",
          "hostile",
          "reporting",
          "supportive",
          "other",
          "stories",
          "hostileStories",
          "withheld",
          "hostileShareCalled",
          "hostileShareCorrected",
          "low",
          "high",
          "unknown");

  private TrendCsv() {}

  static Csv of(TrendView view) {
    Csv csv = new Csv(HEAD);
    for (TrendView.Series series : view.series()) {
      for (TrendView.Period period : series.periods()) {
        csv.add(
            series.value(),
            period.start(),
            period.captured(),
            period.sources(),
            view.followed(),
            period.relevant(),
            period.hostile(),
            period.reporting(),
            period.supportive(),
            period.other(),
            period.stories(),
            period.hostileStories(),
            period.withheld(),
            period.share().called(),
            period.share().corrected(),
            period.share().low(),
            period.share().high(),
            period.share().unknown());
      }
    }
    return csv;
  }
}
