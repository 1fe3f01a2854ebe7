// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.time.Instant;
import java.util.List;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.model.Filters;

/** Counts documents by closed buckets of Morocco's clock, by the time of publication. */
public interface CountSource {
  /**
   * @param end when the last bucket ended, exclusive; a boundary of buckets
   * @param buckets how many, the last of which ends then
   * @return one for each rule, in the same order; a rule whose query is faulty does not spoil
   *     others
   */
  List<CountedRule> count(List<AlertRule> rules, Granularity granularity, Instant end, int buckets);

  /**
   * How many of the documents have each intensity.
   *
   * @return six numbers, by intensity 0 to 5
   */
  long[] intensities(Filters filters, Instant from, Instant to);
}
