// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.explain.Spread;

/**
 * What carries a change. Figures that would tell of one to four people are withheld, and what they
 * carry is in the rest.
 *
 * @param total of everything that was asked for
 * @param perDay the change of documents per day, in its two parts
 * @param traits what each value carries, the strongest first
 * @param terms words that tell the two ranges apart, the surest first
 * @param spread whether it is one story told again; null where there is no document
 * @param modelsBefore that judged the first range
 */
public record Change(
    Rates total,
    Rates.Effects perDay,
    boolean withheld,
    Map<Trait, Traits> traits,
    List<Term> terms,
    @Nullable Spread spread,
    List<String> modelsBefore,
    List<String> modelsAfter) {

  /**
   * @param rest what all values that are not listed carry; meaningless where values overlap
   */
  public record Traits(List<Part> parts, double rest) {}

  /**
   * @param effects on the documents per day
   * @param withheldBefore whether documents of fewer than five people are left out of the first
   *     range, as {@code withheldAfter} of the second
   */
  public record Part(
      String value,
      Rates rates,
      Rates.Effects effects,
      boolean withheldBefore,
      boolean withheldAfter) {}

  /**
   * @param significance twice the logarithm of the likelihood ratio (Dunning 1993, Computational
   *     Linguistics 19): from 10.8 on, chance gives it to one word in a thousand
   */
  public record Term(String term, long before, long after, double significance) {}
}
