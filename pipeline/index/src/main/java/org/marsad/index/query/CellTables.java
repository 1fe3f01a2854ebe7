// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.MultiBucketBase;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the {@link Cell}s of tables over the same documents. To tell people apart costs many times
 * more than to count documents, so among many it is done in steps: all documents are counted, and
 * the people of a sample. Cells in which five were seen have five; only the documents of the few
 * cells that are left are gone through to the last one. What may be told is the same.
 */
public final class CellTables {
  /** Up to so many documents it takes no longer to tell all people apart at once. */
  private static final int FEW = 30_000;

  /** More cells than this are not named in a query one by one. */
  private static final int MOST_NAMED = 1_000;

  private static final String INNER = "inner";

  /** A sixteenth of all documents, which has nothing to do with what is counted. */
  private static final Query SAMPLE =
      Query.of(q -> q.prefix(p -> p.field("contentHash").value("0")));

  private final Reader reader;
  private final int few;

  public CellTables(Reader reader) {
    this(reader, FEW);
  }

  /**
   * @param few up to so many documents are not counted in steps
   */
  CellTables(Reader reader, int few) {
    this.reader = reader;
    this.few = few;
  }

  private record Key(String table, List<String> path) {}

  /** The cells of one table, by their keys on each axis; those without documents are left out. */
  public Map<List<String>, Cell> count(Query query, Axis... axes) {
    String only = "table";
    return count(query, Map.of(only, List.of(axes))).getOrDefault(only, Map.of());
  }

  /**
   * The cells of several tables. Of a cell that was counted in steps as many people are told as
   * were seen, which are five at least where there are five.
   *
   * @param tables the axes of each, the outermost first
   */
  public Map<String, Map<List<String>, Cell>> count(Query query, Map<String, List<Axis>> tables) {
    Map<Key, Cell> cells =
        reader.countUpTo(query, few + 1) > few
            ? countInSteps(query, tables)
            : ask(query, tables, SmallCells.ASKED);
    Map<String, Map<List<String>, Cell>> byTable = new HashMap<>();
    tables.keySet().forEach(table -> byTable.put(table, new LinkedHashMap<>()));
    cells.forEach(
        (key, cell) ->
            byTable.computeIfPresent(
                key.table(),
                (table, found) -> {
                  found.put(key.path(), cell);
                  return found;
                }));
    return byTable;
  }

  private Map<Key, Cell> countInSteps(Query query, Map<String, List<Axis>> tables) {
    Map<Key, Cell> cells = ask(query, tables, SmallCells.ASKED_WITHOUT_PEOPLE);
    Map<Key, Cell> sampled = ask(both(query, SAMPLE), tables, SmallCells.ASKED);
    cells.replaceAll((key, cell) -> cell.withPeople(sampled.getOrDefault(key, Cell.EMPTY)));
    Set<Key> unsure = new HashSet<>(cells.keySet());
    unsure.removeIf(key -> isSure(cells.getOrDefault(key, Cell.EMPTY)));
    if (!unsure.isEmpty()) {
      Query theirs = unsure.size() > MOST_NAMED ? query : both(query, any(tables, unsure));
      Map<Key, Cell> exact = ask(theirs, tables, SmallCells.ASKED);
      cells.replaceAll(
          (key, cell) ->
              unsure.contains(key) ? cell.withPeople(exact.getOrDefault(key, Cell.EMPTY)) : cell);
    }
    return cells;
  }

  /** Fewer than five texts have fewer than five writers, whoever they are. */
  private static boolean isSure(Cell cell) {
    return !cell.isSmall() || cell.personal() < Cell.FEWEST_PEOPLE;
  }

  private Map<Key, Cell> ask(
      Query query, Map<String, List<Axis>> tables, Map<String, Aggregation> leaf) {
    Map<String, Aggregation> asked = new HashMap<>();
    tables.forEach((table, axes) -> asked.put(table, tree(axes, leaf)));
    Map<String, Aggregate> answer = reader.summary(query, asked);
    Map<Key, Cell> cells = new LinkedHashMap<>();
    tables.forEach(
        (table, axes) ->
            read(Reader.aggregate(answer, table), axes, new Key(table, List.of()), cells));
    return cells;
  }

  private static Aggregation tree(List<Axis> axes, Map<String, Aggregation> leaf) {
    Map<String, Aggregation> inner =
        axes.size() == 1 ? leaf : Map.of(INNER, tree(axes.subList(1, axes.size()), leaf));
    return axes.get(0).asked().apply(inner);
  }

  private static void read(Aggregate answer, List<Axis> axes, Key outer, Map<Key, Cell> cells) {
    axes.get(0)
        .buckets()
        .apply(answer)
        .forEach(
            (value, bucket) -> {
              List<String> path = new ArrayList<>(outer.path());
              path.add(value);
              Key key = new Key(outer.table(), List.copyOf(path));
              if (axes.size() > 1) {
                read(inner(bucket), axes.subList(1, axes.size()), key, cells);
              } else if (bucket.docCount() > 0) {
                cells.put(key, SmallCells.cell(bucket));
              }
            });
  }

  private static Aggregate inner(MultiBucketBase bucket) {
    return Reader.aggregate(bucket.aggregations(), INNER);
  }

  private static Query any(Map<String, List<Axis>> tables, Set<Key> keys) {
    List<Query> each =
        keys.stream()
            .map(key -> query(tables.getOrDefault(key.table(), List.of()), key.path()))
            .toList();
    return Query.of(q -> q.bool(b -> b.should(each).minimumShouldMatch("1")));
  }

  private static Query query(List<Axis> axes, List<String> path) {
    List<Query> each = new ArrayList<>();
    for (int at = 0; at < axes.size(); at++) {
      each.add(axes.get(at).finds().apply(path.get(at)));
    }
    return Query.of(q -> q.bool(b -> b.filter(each)));
  }

  private static Query both(Query one, Query other) {
    return Query.of(q -> q.bool(b -> b.filter(one, other)));
  }
}
