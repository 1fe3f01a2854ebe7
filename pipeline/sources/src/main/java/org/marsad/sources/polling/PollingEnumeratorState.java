// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.List;
import java.util.Set;

/**
 * What the enumerator remembers.
 *
 * @param assigned the ids of the feeds whose state the readers keep
 * @param waiting feeds whose state is here, until their reader is there
 */
public record PollingEnumeratorState(Set<String> assigned, List<FeedSplit> waiting) {
  static final PollingEnumeratorState EMPTY = new PollingEnumeratorState(Set.of(), List.of());

  public PollingEnumeratorState {
    assigned = Set.copyOf(assigned);
    waiting = List.copyOf(waiting);
  }
}
