// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.alerts;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import org.marsad.index.query.QueryBuilder;
import org.marsad.model.Filters;

/**
 * A stretch of time, by the time of publication.
 *
 * @param to exclusive
 */
record Period(Instant from, Instant to) {
  /** What was published in it. */
  Query query() {
    return Times.within("published", from, to);
  }

  /** What of it meets the filters; without scores. */
  Query query(Filters filters) {
    return Query.of(q -> q.bool(b -> b.filter(QueryBuilder.query(filters)).filter(query())));
  }
}
