// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.query;

import java.util.List;
import java.util.Set;
import org.marsad.model.Filters;
import org.marsad.model.search.ReadQuery;
import org.marsad.model.search.ReadQuery.Repair;

/**
 * How the text of filters is understood when it is searched for.
 *
 * @param expansions what counts as the same as its words; none unless the filters ask for it
 * @param repairs what is written wrongly in it, and understood all the same
 */
public record Reading(List<Expansion> expansions, Set<Repair> repairs) {

  /** Asks no index. */
  public static Reading of(Filters filters) {
    ReadQuery read = QueryBuilder.read(filters.text());
    return new Reading(
        Boolean.TRUE.equals(filters.synonyms()) ? Expansions.of(read.query()) : List.of(),
        read.repairs());
  }
}
