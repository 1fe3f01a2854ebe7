// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmallCellsTest {
  private static final int TABLES = 20_000;

  /** Who wrote each personal document, by cell. */
  private record Table(List<List<Integer>> writers) {
    static Table random(Random random) {
      int everybody = 1 + random.nextInt(30);
      List<List<Integer>> writers = new ArrayList<>();
      for (int cell = 0; cell < 2 + random.nextInt(5); cell++) {
        int documents = random.nextBoolean() ? random.nextInt(6) : random.nextInt(40);
        writers.add(random.ints(documents, 0, everybody).boxed().toList());
      }
      return new Table(writers);
    }

    Map<Integer, Cell> cells() {
      Map<Integer, Cell> cells = new LinkedHashMap<>();
      for (int i = 0; i < writers.size(); i++) {
        cells.put(i, cell(1 << i));
      }
      return cells;
    }

    /**
     * @param set one bit for each cell that belongs to it
     */
    Cell cell(int set) {
      List<Integer> all = new ArrayList<>();
      for (int i = 0; i < writers.size(); i++) {
        if ((set & 1 << i) != 0) {
          all.addAll(writers.get(i));
        }
      }
      return new Cell(3, all.size(), new HashSet<>(all).size());
    }

    int whole() {
      return (1 << writers.size()) - 1;
    }
  }

  @Test
  void withholdsOneToFourPeopleAndNoOthers() {
    assertThat(new Cell(7, 0, 0).told()).isEqualTo(new Told(7, false));
    assertThat(new Cell(7, 9, 1).told()).isEqualTo(new Told(7, true));
    assertThat(new Cell(0, 9, 4).told()).isEqualTo(new Told(0, true));
    assertThat(new Cell(7, 9, 5).told()).isEqualTo(new Told(16, false));
    assertThat(Cell.EMPTY.told()).isEqualTo(Told.NOTHING);
  }

  @Test
  void showsNoNumberWhereAllIsWithheld() {
    assertThat(new Told(0, true).shown()).isNull();
    assertThat(new Told(0, false).shown()).isEqualTo(0);
    assertThat(new Told(3, true).shown()).isEqualTo(3);
  }

  @Test
  void withholdsTheNextSmallestBesideASmallCell() {
    Map<String, Told> told =
        SmallCells.breakdown(
            Map.of(
                "few", new Cell(1, 4, 2),
                "some", new Cell(2, 12, 6),
                "many", new Cell(3, 80, 40),
                "none", new Cell(4, 0, 0)));
    assertThat(told)
        .containsEntry("few", new Told(1, true))
        .containsEntry("some", new Told(2, true))
        .containsEntry("many", new Told(83, false))
        .containsEntry("none", new Told(4, false));
  }

  /** Even by a reader who knows every number of articles, so that only people are unknown. */
  @Test
  void noBreakdownLetsWhatFewWroteBeComputed() {
    Random random = new Random(6);
    int withheld = 0;
    for (int n = 0; n < TABLES; n++) {
      Table table = Table.random(random);
      Set<Integer> known = new HashSet<>();
      Map<Integer, Told> told = SmallCells.breakdown(table.cells());
      told.forEach(
          (cell, one) -> {
            if (!one.withheld()) {
              known.add(1 << cell);
            }
          });
      if (!table.cell(table.whole()).told().withheld()) {
        known.add(table.whole());
      }
      assertNoneOfFew(table, known);
      withheld += told.values().stream().anyMatch(Told::withheld) ? 1 : 0;
    }
    assertThat(withheld).as("tables in which the rule matters").isGreaterThan(TABLES / 10);
  }

  @Test
  void noSumOfPartsLetsWhatFewWroteBeComputed() {
    Random random = new Random(7);
    for (int n = 0; n < TABLES; n++) {
      Table table = Table.random(random);
      Set<Integer> known = new HashSet<>();
      int whole = 0;
      Told sum = Told.NOTHING;
      for (Map.Entry<Integer, Cell> cell : table.cells().entrySet()) {
        sum = sum.plus(cell.getValue().told());
        if (!cell.getValue().told().withheld()) {
          known.add(1 << cell.getKey());
          whole |= 1 << cell.getKey();
        }
      }
      known.add(whole);
      assertThat(sum.documents())
          .isEqualTo(3L * table.writers().size() + table.cell(whole).personal());
      assertNoneOfFew(table, known);
    }
  }

  /** The check itself must find what a naive table, with its whole and no second cell, gives. */
  @Test
  void takesNobodyForSureWhereTheCountsAreRough() {
    assertThat(new Cell(9, 80, 60).without(new Cell(4, 20, 53))).isEqualTo(new Cell(5, 60, 7));
    assertThat(new Cell(9, 8000, 6000).without(new Cell(9, 7990, 5300)).people()).isZero();
    assertThat(new Cell(9, 8000, 6000).without(new Cell(9, 400, 300)).people()).isEqualTo(5700);
  }

  @Test
  void seesASingleWithheldCellThatTheWholeGivesAway() {
    Table table = new Table(List.of(List.of(1, 1, 2), List.of(1, 2, 3, 4, 5, 6)));
    assertThat(unionsOfFew(table, Set.of(0b11, 0b10))).containsExactly(0b01);
  }

  private static void assertNoneOfFew(Table table, Set<Integer> known) {
    assertThat(unionsOfFew(table, known)).as("%s from %s", table, known).isEmpty();
  }

  /** The sets of cells, written by one to four people, whose number follows from what is known. */
  private static List<Integer> unionsOfFew(Table table, Set<Integer> known) {
    List<double[]> basis = new ArrayList<>();
    known.forEach(set -> reduced(vector(set, table), basis).ifNew(basis));
    List<Integer> found = new ArrayList<>();
    for (int set = 1; set <= table.whole(); set++) {
      if (table.cell(set).isSmall() && reduced(vector(set, table), basis).isNothing()) {
        found.add(set);
      }
    }
    return found;
  }

  private static double[] vector(int set, Table table) {
    double[] vector = new double[table.writers().size()];
    for (int i = 0; i < vector.length; i++) {
      // A cell that nobody wrote in is known to be empty, and hides nothing.
      vector[i] = (set & 1 << i) != 0 && !table.writers().get(i).isEmpty() ? 1 : 0;
    }
    return vector;
  }

  private record Remainder(double[] vector) {
    private static final double TINY = 1e-9;

    boolean isNothing() {
      return first() == vector.length;
    }

    int first() {
      int i = 0;
      while (i < vector.length && Math.abs(vector[i]) < TINY) {
        i++;
      }
      return i;
    }

    void ifNew(List<double[]> basis) {
      if (!isNothing()) {
        basis.add(vector);
      }
    }
  }

  /** What remains of a vector after elimination by those of the basis. */
  private static Remainder reduced(double[] vector, List<double[]> basis) {
    double[] rest = vector.clone();
    for (double[] one : basis) {
      int pivot = new Remainder(one).first();
      double factor = rest[pivot] / one[pivot];
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= factor * one[i];
      }
    }
    return new Remainder(rest);
  }
}
