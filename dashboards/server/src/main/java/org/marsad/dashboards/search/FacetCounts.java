// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import java.util.List;
import java.util.Map;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.Facets;
import org.marsad.model.Filters;

/**
 * How many documents each further choice would bring. The values of a facet are counted without the
 * choice made in that facet, so that one can choose another beside it.
 *
 * @param stories the documents found, where all that tell one story count once
 */
record FacetCounts(
    long stories,
    List<Source> source,
    List<Value> language,
    List<Value> stance,
    List<Value> target) {

  record Value(String value, long count) {}

  /**
   * @param name the outlet's; of an import, its id
   */
  record Source(String value, String name, long count) {}

  static FacetCounts of(DocumentQueries queries, Outlets outlets, Filters asked) {
    Facets all = queries.facets(asked);
    return new FacetCounts(
        queries.stories(asked),
        values(
                asked.sources().isEmpty()
                    ? all.sources()
                    : queries.facets(asked.ofSources(List.of())).sources())
            .stream()
            .map(one -> new Source(one.value(), outlets.name(one.value()), one.count()))
            .toList(),
        values(
            asked.languages().isEmpty()
                ? all.languages()
                : queries.facets(asked.toBuilder().languages(List.of()).build()).languages()),
        values(
            asked.stances().isEmpty()
                ? all.stances()
                : queries.facets(asked.ofStances(List.of())).stances()),
        values(
            asked.targets().isEmpty()
                ? all.targets()
                : queries.facets(asked.toBuilder().targets(List.of()).build()).targets()));
  }

  private static List<Value> values(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Value(entry.getKey(), entry.getValue()))
        .toList();
  }
}
