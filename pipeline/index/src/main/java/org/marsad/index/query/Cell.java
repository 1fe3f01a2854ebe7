// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

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
  public static final int FEWEST_PEOPLE = 5;

  public static final Cell EMPTY = new Cell(0, 0, 0);

  public long documents() {
    return published + personal;
  }

  /** Both together; of the people no more are sure than the larger of the two has. */
  public Cell with(Cell other) {
    return new Cell(
        published + other.published, personal + other.personal, Math.max(people, other.people));
  }

  /** The same of which as many people are known as of another, which may be a part of it. */
  Cell withPeople(Cell seen) {
    return new Cell(published, personal, seen.people);
  }

  /** What is left without a part of it; at least so many people wrote it. */
  public Cell without(Cell part) {
    return new Cell(
        Math.max(0, published - part.published),
        Math.max(0, personal - part.personal),
        Math.max(0, people - part.people));
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
