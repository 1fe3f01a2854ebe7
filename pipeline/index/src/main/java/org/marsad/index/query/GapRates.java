// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.marsad.model.DailyRate;
import org.marsad.model.Filters;

/**
 * Leaves out of gaps how much a source brought where one to four people wrote it, such as a channel
 * of one person: that it is missing is told, its rate is not.
 */
final class GapRates {
  private GapRates() {}

  static List<SourceGap> told(Reader reader, List<SourceGap> gaps) {
    if (gaps.isEmpty()) {
      return gaps;
    }
    Map<String, Aggregation> asked = new HashMap<>();
    for (int at = 0; at < gaps.size(); at++) {
      Filters before = before(gaps.get(at));
      asked.put(
          name(at),
          Aggregation.of(a -> a.filter(QueryBuilder.query(before)).aggregations(SmallCells.ASKED)));
    }
    Map<String, Aggregate> found = reader.summary(QueryBuilder.query(Filters.NONE), asked);
    return IntStream.range(0, gaps.size())
        .mapToObj(
            at ->
                SmallCells.cell(Reader.aggregate(found, name(at)).filter()).isSmall()
                    ? gaps.get(at).withoutRate()
                    : gaps.get(at))
        .toList();
  }

  /** The days that make the rule. */
  private static Filters before(SourceGap gap) {
    return Filters.NONE
        .ofSources(List.of(gap.sourceId()))
        .between(gap.from().minusDays(DailyRate.DAYS), gap.from().minusDays(1));
  }

  private static String name(int at) {
    return "gap-" + at;
  }
}
