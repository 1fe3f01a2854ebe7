// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CardinalityExecutionMode;
import co.elastic.clients.elasticsearch._types.aggregations.MultiBucketBase;
import co.elastic.clients.elasticsearch._types.aggregations.SingleBucketAggregateBase;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marsad.model.DocumentKind;

/**
 * The rule of small cells: no statistic tells how much one to four private persons wrote.
 *
 * <p>Articles of outlets are published work and are always counted. Documents of people are counted
 * where five or more wrote them; else they are left out, and the figure says so ({@link Told}).
 * That must not be undone by subtraction, so there are three ways to tell several cells, of which
 * an answer takes one for each of its tables:
 *
 * <ul>
 *   <li><b>parts</b>, where a whole is told beside its parts, as a day beside its stances: tell
 *       each part by {@link Cell#told} and the whole as their sum by {@link Told#plus}. Every
 *       figure then is a sum of cells of five or more people, whatever one subtracts.
 *   <li><b>a breakdown</b>, where the same whole is told elsewhere too, as in facets: {@link
 *       #breakdown} withholds one more cell, so that those withheld have five or more people
 *       together (secondary suppression).
 *   <li><b>a surrounding</b>, where a whole that is larger than all parts told is told beside them:
 *       {@link #around}.
 * </ul>
 */
public final class SmallCells {
  private static final String PUBLISHED = "published-work";
  private static final String PEOPLE = "people";
  private static final String SIGNED = "signed";

  /** Of those whose texts are no longer kept, who are known as members of a group alone. */
  private static final String GROUPS = "groups";

  private static final String GROUPED = "grouped";

  /** Up to so many people are told apart exactly, which takes 800 bytes in each bucket at most. */
  static final int EXACT_UP_TO = 100;

  /** The aggregations that a bucket needs, for {@link #cell}. */
  public static final Map<String, Aggregation> ASKED =
      Map.of(
          PUBLISHED,
          Aggregation.of(a -> a.filter(published())),
          SIGNED,
          signed("author"),
          PEOPLE,
          distinct("author"),
          GROUPED,
          signed("authorGroup"),
          GROUPS,
          distinct("authorGroup"));

  private SmallCells() {}

  private static Aggregation signed(String field) {
    return Aggregation.of(a -> a.valueCount(v -> v.field(field)));
  }

  private static Aggregation distinct(String field) {
    return Aggregation.of(
        a ->
            a.cardinality(
                c ->
                    c.field(field)
                        .precisionThreshold(EXACT_UP_TO)
                        .executionHint(CardinalityExecutionMode.SegmentOrdinals)));
  }

  /** Finds what is always counted. */
  static Query published() {
    return Query.of(
        q ->
            q.bool(
                b ->
                    b.filter(f -> f.term(t -> t.field("kind").value(DocumentKind.ARTICLE.name())))
                        .mustNot(f -> f.exists(e -> e.field("author")))
                        .mustNot(f -> f.exists(e -> e.field("authorGroup")))));
  }

  public static Cell cell(MultiBucketBase bucket) {
    return cell(bucket.docCount(), bucket.aggregations());
  }

  public static Cell cell(SingleBucketAggregateBase bucket) {
    return cell(bucket.docCount(), bucket.aggregations());
  }

  /**
   * The cell of a bucket, or of a whole answer.
   *
   * @param found what was asked by {@link #ASKED}
   */
  public static Cell cell(long documents, Map<String, Aggregate> found) {
    long published = Reader.aggregate(found, PUBLISHED).filter().docCount();
    long personal = documents - published;
    return new Cell(published, personal, people(personal, found));
  }

  /**
   * Nobody can be told by texts that nobody signed: each counts as somebody's only one. Whoever has
   * signed may be both among the authors and in a group: the larger number of the two is sure.
   */
  private static long people(long personal, Map<String, Aggregate> found) {
    long signed = signatures(found, SIGNED) + signatures(found, GROUPED);
    return Math.max(people(found, PEOPLE), people(found, GROUPS)) + personal - signed;
  }

  private static long signatures(Map<String, Aggregate> found, String name) {
    return (long) Reader.aggregate(found, name).valueCount().value();
  }

  private static long people(Map<String, Aggregate> found, String name) {
    return Reader.aggregate(found, name).cardinality().value();
  }

  /**
   * What may be told of each cell where their whole, told by {@link Cell#told}, is known: those
   * withheld have five or more people together, or they are all there are.
   */
  public static <K> Map<K, Told> breakdown(Map<K, Cell> cells) {
    Set<K> withheld = new HashSet<>();
    cells.forEach(
        (key, cell) -> {
          if (cell.isSmall()) {
            withheld.add(key);
          }
        });
    if (!withheld.isEmpty()) {
      nextSmallest(cells).ifPresent(withheld::add);
    }
    Map<K, Told> told = new LinkedHashMap<>();
    cells.forEach(
        (key, cell) -> told.put(key, withheld.contains(key) ? cell.withoutPeople() : cell.told()));
    return told;
  }

  /**
   * What may be told of a whole beside a part of it: everything where five or more people wrote the
   * rest, or nobody; else only the part's.
   *
   * @param part of which no more is told than {@code told}
   * @param rest what the whole has beside the part
   */
  public static Told around(Cell part, Cell rest, Told told) {
    return rest.people() >= Cell.FEWEST_PEOPLE
        ? new Told(part.documents() + rest.documents(), false)
        : told.plus(rest.withoutPeople());
  }

  /**
   * The values of an aggregation of terms, each of which was asked by {@link #ASKED}, as {@link
   * #breakdown} tells them, the most frequent first.
   */
  static Map<String, Told> values(Map<String, Aggregate> answer, String name) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    Reader.aggregate(answer, name)
        .sterms()
        .buckets()
        .array()
        .forEach(bucket -> cells.put(bucket.key().stringValue(), cell(bucket)));
    return breakdown(cells);
  }

  private static <K> Optional<K> nextSmallest(Map<K, Cell> cells) {
    return cells.entrySet().stream()
        .filter(entry -> entry.getValue().personal() > 0 && !entry.getValue().isSmall())
        .min(Comparator.comparingLong(entry -> entry.getValue().personal()))
        .map(Map.Entry::getKey);
  }
}
