// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.feedback;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.feedback.Verdict.Judgement;

/**
 * How many of a rule's incidents were worth an alert, by those that people judged.
 *
 * @param value the share of acknowledged ones, 0 to 1
 * @param lower end of its 95 % interval
 * @param upper end of its 95 % interval
 */
public record Precision(
    long acknowledged, long falseAlarms, double value, double lower, double upper) {
  /** The quantile of the standard normal distribution at 0.975. */
  private static final double Z = 1.959963984540054;

  /**
   * Of the last verdict on each incident.
   *
   * @param verdicts of any rules
   * @return null where nobody judged any of the rule's incidents
   */
  public static @Nullable Precision of(String ruleId, Collection<Verdict> verdicts) {
    Map<String, Verdict> last = new HashMap<>();
    for (Verdict verdict : verdicts) {
      if (verdict.ruleId().equals(ruleId)) {
        last.merge(verdict.incidentId(), verdict, (a, b) -> b.at().isBefore(a.at()) ? a : b);
      }
    }
    long acknowledged =
        last.values().stream().filter(v -> v.judgement() == Judgement.ACKNOWLEDGED).count();
    return last.isEmpty() ? null : of(acknowledged, last.size() - acknowledged);
  }

  /**
   * The score interval, which holds for few verdicts too: E. B. Wilson, Probable inference, the law
   * of succession, and statistical inference, JASA 22 (1927) 209-212.
   */
  private static Precision of(long acknowledged, long falseAlarms) {
    double n = acknowledged + falseAlarms;
    double share = acknowledged / n;
    double centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double reach = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    return new Precision(
        acknowledged, falseAlarms, share, Math.max(0, centre - reach), Math.min(1, centre + reach));
  }
}
