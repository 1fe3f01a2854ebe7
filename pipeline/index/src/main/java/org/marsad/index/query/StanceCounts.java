// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.classifiers.Stance;

/**
 * What documents say of migrants, as far as it may be told: five parts, and sums of these.
 *
 * @param hostile stance HOSTILE
 * @param reporting stance REPORT_ON_HOSTILITY
 * @param supportive stances SUPPORTIVE and COUNTER_SPEECH
 * @param other the remaining stances
 * @param rest those that speak of something else, or that no model read
 */
public record StanceCounts(Told hostile, Told reporting, Told supportive, Told other, Told rest) {
  public static final StanceCounts NONE =
      new StanceCounts(Told.NOTHING, Told.NOTHING, Told.NOTHING, Told.NOTHING, Told.NOTHING);

  private static final String NAME = "stances";
  private static final Query RELEVANT =
      Query.of(q -> q.term(t -> t.field("assessment.relevant").value(true)));
  private static final Query NAMED =
      stances(Stance.HOSTILE, Stance.REPORT_ON_HOSTILITY, Stance.SUPPORTIVE, Stance.COUNTER_SPEECH);

  /** The five parts. */
  static final Axis AXIS = Axis.parts(parts());

  /** The aggregations that a bucket needs, for {@link #of}. */
  static final Map<String, Aggregation> ASKED =
      Map.of(
          NAME,
          Aggregation.of(
              a ->
                  a.filters(f -> f.filters(b -> b.keyed(parts()))).aggregations(SmallCells.ASKED)));

  /** Those that speak about migrants. */
  public Told relevant() {
    return hostile.plus(reporting).plus(supportive).plus(other);
  }

  public Told documents() {
    return relevant().plus(rest);
  }

  /**
   * @param found what was asked by {@link #ASKED}
   */
  static StanceCounts of(Map<String, Aggregate> found) {
    return ofCells(cells(found));
  }

  /** The cells of {@link #AXIS} that a bucket has, which was asked by {@link #ASKED}. */
  static Map<String, Cell> cells(Map<String, Aggregate> found) {
    Map<String, Cell> cells = new HashMap<>();
    Reader.aggregate(found, NAME)
        .filters()
        .buckets()
        .keyed()
        .forEach((part, bucket) -> cells.put(part, SmallCells.cell(bucket)));
    return cells;
  }

  /**
   * @param cells those of {@link #AXIS}, by their key on it
   */
  static StanceCounts ofCells(Map<String, Cell> cells) {
    return new StanceCounts(
        cells.getOrDefault("hostile", Cell.EMPTY).told(),
        cells.getOrDefault("reporting", Cell.EMPTY).told(),
        cells.getOrDefault("supportive", Cell.EMPTY).told(),
        cells.getOrDefault("other", Cell.EMPTY).told(),
        cells.getOrDefault("rest", Cell.EMPTY).told());
  }

  private static Map<String, Query> parts() {
    return Map.of(
        "hostile", stances(Stance.HOSTILE),
        "reporting", stances(Stance.REPORT_ON_HOSTILITY),
        "supportive", stances(Stance.SUPPORTIVE, Stance.COUNTER_SPEECH),
        "other", Query.of(q -> q.bool(b -> b.filter(RELEVANT).mustNot(NAMED))),
        "rest", Query.of(q -> q.bool(b -> b.mustNot(RELEVANT))));
  }

  private static Query stances(Stance... stances) {
    List<FieldValue> names =
        List.of(stances).stream().map(stance -> FieldValue.of(stance.name())).toList();
    return Query.of(
        q ->
            q.bool(
                b ->
                    b.filter(RELEVANT)
                        .filter(
                            f ->
                                f.terms(
                                    t ->
                                        t.field("assessment.stance").terms(v -> v.value(names))))));
  }
}
