// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.marsad.model.Filters;
import org.marsad.model.FiltersBuilder;

/** Counts what each further choice would bring: of a field, as if nothing in it were chosen. */
final class FacetQueries {
  private static final int MOST_VALUES = 500;

  private static final Map<String, UnaryOperator<FiltersBuilder>> FREED =
      Map.of(
          "sourceId", filters -> filters.sources(List.of()),
          "assessment.language", filters -> filters.languages(List.of()),
          "assessment.stance", filters -> filters.stances(List.of()),
          "assessment.targets", filters -> filters.targets(List.of()),
          "assessment.frames", filters -> filters.frames(List.of()),
          "assessment.places", filters -> filters.places(List.of()),
          "kind", filters -> filters.kinds(List.of()));

  private FacetQueries() {}

  static Facets of(Reader reader, Filters filters) {
    Map<Filters, Map<String, List<Axis>>> asked = new HashMap<>();
    FREED.forEach(
        (field, freed) ->
            asked
                .computeIfAbsent(
                    freed.apply(filters.toBuilder()).build(), same -> new HashMap<>())
                .put(field, List.of(Axis.values(field, MOST_VALUES))));
    CellTables tables = new CellTables(reader);
    Map<String, Map<List<String>, Cell>> found = new HashMap<>();
    asked.forEach(
        (freed, fields) -> found.putAll(tables.count(QueryBuilder.query(freed), fields)));
    return new Facets(
        values(found, "sourceId"),
        values(found, "assessment.language"),
        values(found, "assessment.stance"),
        values(found, "assessment.targets"),
        values(found, "assessment.frames"),
        values(found, "assessment.places"),
        values(found, "kind"));
  }

  private static Map<String, Told> values(
      Map<String, Map<List<String>, Cell>> tables, String field) {
    return SmallCells.values(tables.getOrDefault(field, Map.of()));
  }
}
