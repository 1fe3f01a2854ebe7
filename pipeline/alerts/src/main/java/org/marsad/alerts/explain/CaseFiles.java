// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import java.time.Instant;
import java.util.List;
import org.marsad.model.Document;
import org.marsad.model.Filters;

/** The facts about a rise, as the index has them. */
public interface CaseFiles {
  /** Counts the documents of [from, to) and of [baselineFrom, from). */
  Breakdown breakdown(Filters filters, Instant baselineFrom, Instant from, Instant to);

  /**
   * The documents of [from, to), the most hostile first.
   *
   * @param most at most so many
   */
  List<Document> documents(Filters filters, Instant from, Instant to, int most);
}
