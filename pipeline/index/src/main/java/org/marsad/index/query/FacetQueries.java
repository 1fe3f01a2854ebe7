// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.index.query.PeriodCounts.Table;
import org.marsad.model.Filters;
import org.marsad.model.FiltersBuilder;

/**
 * Counts what each further choice would bring: of a field, as if nothing in it were chosen. Weeks,
 * and days where a week is cut, are counted by themselves, since {@link PeriodCounts} keeps them.
 * Whatever five people wrote in one of them, five people wrote; of the rest, which is little, the
 * people of all of them are told apart.
 */
final class FacetQueries {
  private static final int MOST_VALUES = 500;

  /** One has some hundred cells: ten kilobytes. */
  private static final int MOST_PERIODS = 5_000;

  private static final Map<String, UnaryOperator<FiltersBuilder>> FREED =
      Map.of(
          "sourceId", filters -> filters.sources(List.of()),
          "assessment.language", filters -> filters.languages(List.of()),
          "assessment.stance", filters -> filters.stances(List.of()),
          "assessment.targets", filters -> filters.targets(List.of()),
          "assessment.frames", filters -> filters.frames(List.of()),
          "assessment.places", filters -> filters.places(List.of()),
          "kind", filters -> filters.kinds(List.of()));

  private static final Table<Cells> ALL = table(FREED.keySet());

  private static final Map<String, Table<Cells>> EACH =
      FREED.keySet().stream()
          .collect(Collectors.toMap(field -> field, field -> table(Set.of(field))));

  private final CellTables tables;
  private final PeriodCounts periods;

  FacetQueries(Reader reader) {
    this.tables = new CellTables(reader);
    this.periods = new PeriodCounts(reader, MOST_PERIODS);
  }

  /** By field, and by each of its values. */
  private record Cells(Map<String, Map<String, Cell>> byField) {
    static final Cells NONE = new Cells(Map.of());

    static Cells of(Map<String, Map<List<String>, Cell>> tables) {
      Map<String, Map<String, Cell>> byField = new HashMap<>();
      tables.forEach(
          (field, table) -> {
            Map<String, Cell> byValue = new HashMap<>();
            table.forEach((path, cell) -> byValue.put(path.get(0), cell));
            byField.put(field, byValue);
          });
      return new Cells(byField);
    }

    Map<String, Cell> in(String field) {
      return byField.getOrDefault(field, Map.of());
    }

    Cells with(Cells others) {
      Map<String, Map<String, Cell>> both = new HashMap<>();
      Stream.of(this, others)
          .forEach(
              one ->
                  one.byField.forEach(
                      (field, cells) ->
                          cells.forEach(
                              (value, cell) ->
                                  both.computeIfAbsent(field, name -> new HashMap<>())
                                      .merge(value, cell, Cell::with))));
      return new Cells(both);
    }
  }

  private static Table<Cells> table(Set<String> fields) {
    Map<String, Aggregation> asked = new HashMap<>();
    axes(fields).forEach((field, axes) -> asked.put(field, CellTables.asked(axes)));
    return new Table<>(
        Cells.class,
        QueryBuilder::query,
        asked,
        bucket -> {
          Map<String, Map<List<String>, Cell>> found = new HashMap<>();
          axes(fields)
              .forEach(
                  (field, axes) ->
                      found.put(
                          field,
                          CellTables.cells(Reader.aggregate(bucket.aggregations(), field), axes)));
          return Cells.of(found);
        });
  }

  private static Map<String, List<Axis>> axes(Set<String> fields) {
    return fields.stream()
        .collect(
            Collectors.toMap(field -> field, field -> List.of(Axis.values(field, MOST_VALUES))));
  }

  Facets of(Filters filters) {
    Map<String, Map<String, Told>> told = new HashMap<>();
    Cells unchosen = count(ALL, filters, FREED.keySet());
    FREED.forEach(
        (field, freed) -> {
          Filters others = freed.apply(filters.toBuilder()).build();
          Cells cells =
              others.equals(filters) ? unchosen : count(one(field), others, Set.of(field));
          told.put(field, SmallCells.breakdown(mostFirst(cells.in(field))));
        });
    return new Facets(
        told.getOrDefault("sourceId", Map.of()),
        told.getOrDefault("assessment.language", Map.of()),
        told.getOrDefault("assessment.stance", Map.of()),
        told.getOrDefault("assessment.targets", Map.of()),
        told.getOrDefault("assessment.frames", Map.of()),
        told.getOrDefault("assessment.places", Map.of()),
        told.getOrDefault("kind", Map.of()));
  }

  private static Table<Cells> one(String field) {
    return Objects.requireNonNull(EACH.get(field));
  }

  private Cells count(Table<Cells> table, Filters filters, Set<String> fields) {
    Cells sum = periods.weeksAndDays(table, filters).stream().reduce(Cells.NONE, Cells::with);
    if (filters.from() == null && filters.to() == null) {
      sum = sum.with(Cells.of(tables.count(Calendar.undated(filters), axes(fields))));
    }
    Map<String, Set<String>> unsure = unsure(sum, fields);
    return unsure.isEmpty() ? sum : corrected(sum, filters, unsure);
  }

  /** The values of which more may be told than these periods say. */
  private static Map<String, Set<String>> unsure(Cells sum, Set<String> fields) {
    Map<String, Set<String>> unsure = new HashMap<>();
    for (String field : fields) {
      sum.in(field)
          .forEach(
              (value, cell) -> {
                if (cell.isSmall() && cell.personal() >= Cell.FEWEST_PEOPLE) {
                  unsure.computeIfAbsent(field, name -> new HashSet<>()).add(value);
                }
              });
    }
    return unsure;
  }

  private Cells corrected(Cells sum, Filters filters, Map<String, Set<String>> unsure) {
    List<Query> theirs = new ArrayList<>();
    unsure.forEach((field, values) -> theirs.add(any(field, values)));
    Query query =
        Query.of(
            q ->
                q.bool(
                    b ->
                        b.filter(QueryBuilder.query(filters))
                            .should(theirs)
                            .minimumShouldMatch("1")));
    Cells exact = Cells.of(tables.count(query, axes(unsure.keySet())));
    Map<String, Map<String, Cell>> corrected = new HashMap<>(sum.byField());
    unsure.forEach(
        (field, values) -> {
          Map<String, Cell> cells = new HashMap<>(sum.in(field));
          values.forEach(value -> cells.computeIfPresent(value, exact.in(field)::getOrDefault));
          corrected.put(field, cells);
        });
    return new Cells(corrected);
  }

  private static Query any(String field, Set<String> values) {
    List<FieldValue> all = values.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(all))));
  }

  private static Map<String, Cell> mostFirst(Map<String, Cell> cells) {
    Map<String, Cell> sorted = new LinkedHashMap<>();
    cells.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Cell> one) -> -one.getValue().documents())
                .thenComparing(Map.Entry::getKey))
        .forEach(one -> sorted.put(one.getKey(), one.getValue()));
    return sorted;
  }
}
