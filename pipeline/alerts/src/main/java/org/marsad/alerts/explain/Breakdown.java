// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The documents of a rule during a rise and before it, by each dimension.
 *
 * @param from start of the rise, {@code to} its end, exclusive
 * @param baselineFrom start of the time before it, which ends at {@code from}
 * @param observed documents during the rise that may be told
 * @param baseline such documents before it
 * @param values the most frequent of each dimension; a document may count under several
 * @param captured by source, whatever they published, to see who fell silent
 * @param models names of the classifiers' models that judged the documents of the rise
 * @param baselineModels and of those before it
 */
public record Breakdown(
    Instant from,
    Instant to,
    Instant baselineFrom,
    long observed,
    long baseline,
    Map<Dimension, List<ValueCount>> values,
    List<ValueCount> captured,
    List<String> models,
    List<String> baselineModels) {

  /** Whether documents of few people are left out of any value. */
  boolean withholds() {
    return values.values().stream().flatMap(List::stream).anyMatch(ValueCount::withheld);
  }
}
