// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.MultiBucketBase;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the {@link Cell}s of tables over the same documents, all in one request. */
public final class CellTables {
  private static final String INNER = "inner";

  private final Reader reader;

  public CellTables(Reader reader) {
    this.reader = reader;
  }

  /** The cells of one table, by their keys on each axis; those without documents are left out. */
  public Map<List<String>, Cell> count(Query query, Axis... axes) {
    String only = "table";
    return count(query, Map.of(only, List.of(axes))).getOrDefault(only, Map.of());
  }

  /**
   * The cells of several tables.
   *
   * @param tables the axes of each, the outermost first
   */
  public Map<String, Map<List<String>, Cell>> count(Query query, Map<String, List<Axis>> tables) {
    Map<String, Aggregation> asked = new HashMap<>();
    tables.forEach((table, axes) -> asked.put(table, tree(axes)));
    Map<String, Aggregate> answer = reader.summary(query, asked);
    Map<String, Map<List<String>, Cell>> cells = new HashMap<>();
    tables.forEach(
        (table, axes) -> {
          Map<List<String>, Cell> found = new LinkedHashMap<>();
          read(Reader.aggregate(answer, table), axes, List.of(), found);
          cells.put(table, found);
        });
    return cells;
  }

  private static Aggregation tree(List<Axis> axes) {
    Map<String, Aggregation> inner =
        axes.size() == 1 ? SmallCells.ASKED : Map.of(INNER, tree(axes.subList(1, axes.size())));
    return axes.get(0).asked().apply(inner);
  }

  private static void read(
      Aggregate answer, List<Axis> axes, List<String> outer, Map<List<String>, Cell> cells) {
    axes.get(0)
        .buckets()
        .apply(answer)
        .forEach(
            (key, bucket) -> {
              List<String> path = new ArrayList<>(outer);
              path.add(key);
              if (axes.size() > 1) {
                read(inner(bucket), axes.subList(1, axes.size()), path, cells);
              } else if (bucket.docCount() > 0) {
                cells.put(List.copyOf(path), SmallCells.cell(bucket));
              }
            });
  }

  private static Aggregate inner(MultiBucketBase bucket) {
    return Reader.aggregate(bucket.aggregations(), INNER);
  }
}
