// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;

/** Conditions on fields of type date, to the millisecond, which is what those hold. */
final class Times {
  private static final String FORMAT = "epoch_millis";

  private Times() {}

  static Query before(String field, Instant end) {
    return Query.of(q -> q.range(r -> r.date(d -> d.field(field).format(FORMAT).lt(millis(end)))));
  }

  static Query from(String field, Instant start) {
    return Query.of(
        q -> q.range(r -> r.date(d -> d.field(field).format(FORMAT).gte(millis(start)))));
  }

  static Query until(String field, Instant last) {
    return Query.of(
        q -> q.range(r -> r.date(d -> d.field(field).format(FORMAT).lte(millis(last)))));
  }

  /**
   * @param end exclusive
   */
  static Query within(String field, Instant start, Instant end) {
    return Query.of(
        q ->
            q.range(
                r ->
                    r.date(d -> d.field(field).format(FORMAT).gte(millis(start)).lt(millis(end)))));
  }

  private static String millis(Instant time) {
    return Long.toString(time.toEpochMilli());
  }
}
