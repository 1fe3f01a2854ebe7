// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.index.query.DocumentQueries;
import org.marsad.index.query.Facets;
import org.marsad.model.Filters;

/**
 * How many documents each further choice would bring. The values of a facet are counted without the
 * choice made in that facet, so that one can choose another beside it.
 */
record FacetCounts(
    List<Source> source, List<Value> language, List<Value> stance, List<Value> target) {

  record Value(String value, long count) {}

  /**
   * @param name the outlet's; of an import, its id
   */
  record Source(String value, String name, long count) {}

  static FacetCounts of(DocumentQueries queries, Outlets outlets, Filters asked) {
    Facets all = queries.facets(asked);
    return new FacetCounts(
        values(
                asked.sources().isEmpty()
                    ? all.sources()
                    : queries.facets(replaced(asked, List.of(), null, null)).sources())
            .stream()
            .map(one -> new Source(one.value(), outlets.name(one.value()), one.count()))
            .toList(),
        values(
            asked.languages().isEmpty()
                ? all.languages()
                : queries.facets(replaced(asked, null, List.of(), null)).languages()),
        values(
            asked.stances().isEmpty()
                ? all.stances()
                : queries.facets(asked.ofStances(List.of())).stances()),
        values(
            asked.targets().isEmpty()
                ? all.targets()
                : queries.facets(replaced(asked, null, null, List.of())).targets()));
  }

  /** The same filters with those lists exchanged that are given. */
  private static Filters replaced(
      Filters asked,
      @Nullable List<String> sources,
      @Nullable List<String> languages,
      @Nullable List<String> targets) {
    return new Filters(
        asked.text(),
        asked.from(),
        asked.to(),
        sources == null ? asked.sources() : sources,
        languages == null ? asked.languages() : languages,
        asked.stances(),
        targets == null ? asked.targets() : targets,
        asked.kinds(),
        asked.frames(),
        asked.places(),
        asked.leastIntensity(),
        asked.relevant());
  }

  private static List<Value> values(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> new Value(entry.getKey(), entry.getValue()))
        .toList();
  }
}
