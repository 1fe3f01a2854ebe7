// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.trends;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.http.Withheld;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.StanceCounts;
import org.marsad.index.query.Told;
import org.marsad.index.query.TrendDay;
import org.marsad.index.query.TrendRequest;
import org.marsad.model.Filters;

/**
 * Sets a trend beside what was captured at all, so that a gap in the data is not taken for calm.
 */
public final class Coverage {
  private Coverage() {}

  /**
   * @param captured documents published that day by the sources asked for, whatever they say
   * @param total those that meet the filters; absent, as all that follow, where none was captured
   * @param withheld names of the figures of which documents of fewer than five people are left out;
   *     such a figure is absent where nothing else is in it
   */
  public record Day(
      LocalDate day,
      @Nullable Long captured,
      @Nullable Long total,
      @Nullable Long relevant,
      @Nullable Long hostile,
      @Nullable Long reporting,
      @Nullable Long supportive,
      @Nullable Long other,
      List<String> withheld) {}

  /**
   * @param undated documents that meet the filters and are in no day, since they do not say when
   *     they were published; absent where fewer than five people wrote them
   */
  public record Trend(List<Day> days, @Nullable Long undated) {}

  public static Trend trend(DocumentQueries queries, Filters filters) {
    return new Trend(
        queries.trend(new TrendRequest(filters)).stream().map(Coverage::day).toList(),
        queries.undated(filters).shown());
  }

  private static Day day(TrendDay day) {
    if (day.captured().equals(Told.NOTHING)) {
      return new Day(day.day(), 0L, null, null, null, null, null, null, List.of());
    }
    StanceCounts said = day.said();
    return new Day(
        day.day(),
        day.captured().shown(),
        said.documents().shown(),
        said.relevant().shown(),
        said.hostile().shown(),
        said.reporting().shown(),
        said.supportive().shown(),
        said.other().shown(),
        Withheld.names(
            Map.of(
                "captured", day.captured(),
                "total", said.documents(),
                "relevant", said.relevant(),
                "hostile", said.hostile(),
                "reporting", said.reporting(),
                "supportive", said.supportive(),
                "other", said.other())));
  }
}
