// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.dashboards.sources.Outlets;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.Facets;
import org.marsad.index.query.Told;
import org.marsad.model.Filters;

/**
 * How many documents each further choice would bring. The values of a facet are counted without the
 * choice made in that facet, so that one can choose another beside it.
 *
 * <p>By the rule of small cells: a count is absent where fewer than five people wrote all that
 * there is, and says by {@code withheld} where documents of people are left out of it.
 *
 * @param stories the documents found, where all that tell one story count once
 */
record FacetCounts(
    @Nullable Long stories,
    List<Source> source,
    List<Value> language,
    List<Value> stance,
    List<Value> target,
    List<Value> frame,
    List<Value> place,
    List<Value> kind) {

  record Value(String value, @Nullable Long count, boolean withheld) {}

  /**
   * @param name the outlet's; of an import, its id
   */
  record Source(String value, String name, @Nullable Long count, boolean withheld) {}

  static FacetCounts of(DocumentQueries queries, Outlets outlets, Filters asked) {
    Facets facets = queries.facets(asked);
    return new FacetCounts(
        queries.stories(asked).shown(),
        values(facets.sources()).stream()
            .map(
                one ->
                    new Source(one.value(), outlets.name(one.value()), one.count(), one.withheld()))
            .toList(),
        values(facets.languages()),
        values(facets.stances()),
        values(facets.targets()),
        values(facets.frames()),
        values(facets.places()),
        values(facets.kinds()));
  }

  private static List<Value> values(Map<String, Told> counts) {
    return counts.entrySet().stream()
        .map(
            entry ->
                new Value(entry.getKey(), entry.getValue().shown(), entry.getValue().withheld()))
        .toList();
  }
}
