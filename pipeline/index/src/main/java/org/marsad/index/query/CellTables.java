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
  private static final Axis WHOLE = Axis.parts(Map.of("whole", Query.of(q -> q.matchAll(m -> m))));

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
    tables.forEach((table, axes) -> asked.put(table, asked(axes)));
    Map<String, Aggregate> answer = reader.summary(query, asked);
    Map<String, Map<List<String>, Cell>> cells = new HashMap<>();
    tables.forEach((table, axes) -> cells.put(table, cells(Reader.aggregate(answer, table), axes)));
    return cells;
  }

  /** All documents in one cell. */
  Cell whole(Query query) {
    return count(query, WHOLE).values().stream().findFirst().orElse(Cell.EMPTY);
  }

  /** The aggregation of a table, for {@link #cells}. */
  public static Aggregation asked(List<Axis> axes) {
    Map<String, Aggregation> inner =
        axes.size() == 1 ? SmallCells.ASKED : Map.of(INNER, asked(axes.subList(1, axes.size())));
    return axes.get(0).asked().apply(inner);
  }

  /**
   * @param answer to what was {@link #asked}
   */
  public static Map<List<String>, Cell> cells(Aggregate answer, List<Axis> axes) {
    Map<List<String>, Cell> cells = new LinkedHashMap<>();
    read(answer, axes, List.of(), cells);
    return cells;
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
