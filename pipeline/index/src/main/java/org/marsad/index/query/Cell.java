// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import org.marsad.model.Authorship;

/**
 * The documents of one cell of a statistic by who wrote them, before it is decided what of it may
 * be told: this record itself must never leave the server.
 *
 * @param published articles of outlets
 * @param personal comments and posts of private persons
 * @param people how many persons wrote these; each text that nobody signed counts as one
 */
public record Cell(long published, long personal, long people) {
  /** The least number of people that a figure may speak of. */
  public static final int FEWEST_PEOPLE = Authorship.FEWEST_PEOPLE;

  /**
   * Some five standard errors of how Elasticsearch counts distinct values beyond {@link
   * SmallCells#EXACT_UP_TO}: it keeps 1,024 registers, of which the error is 1.04 divided by their
   * root (Heule, Nunkesser and Hall 2013, EDBT).
   */
  private static final double MOST_ERROR = 0.2;

  public static final Cell EMPTY = new Cell(0, 0, 0);

  public long documents() {
    return published + personal;
  }

  /** Both together; of the people no more are sure than the larger of the two has. */
  public Cell with(Cell other) {
    return new Cell(
        published + other.published, personal + other.personal, Math.max(people, other.people));
  }

  /** What is left without a part of it; at least so many people wrote it. */
  public Cell without(Cell part) {
    return new Cell(
        Math.max(0, published - part.published),
        Math.max(0, personal - part.personal),
        peopleWithout(part));
  }

  /** Many people are counted roughly: what could be an error of the two counts is nobody. */
  private long peopleWithout(Cell part) {
    long rest = people - part.people;
    boolean isSure = people <= SmallCells.EXACT_UP_TO || rest > people * MOST_ERROR;
    return isSure ? Math.max(0, rest) : 0;
  }

  /** Whether the personal part speaks of one to four people. */
  public boolean isSmall() {
    return personal > 0 && people < FEWEST_PEOPLE;
  }

  /** What may be told of a cell that stands alone, or whose whole is a sum of what is told. */
  public Told told() {
    return isSmall() ? withoutPeople() : new Told(documents(), false);
  }

  /** What may be told where nothing of the personal part may. */
  Told withoutPeople() {
    return new Told(published, personal > 0);
  }
}
