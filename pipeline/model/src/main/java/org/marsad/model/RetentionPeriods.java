// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * For how long the texts of each kind are kept after they were captured.
 *
 * @param days by kind; none of a kind that is kept for good
 */
public record RetentionPeriods(Map<DocumentKind, Integer> days) {
  /** Everything is kept. */
  public static final RetentionPeriods NONE = new RetentionPeriods(Map.of());

  public RetentionPeriods {
    days = Map.copyOf(days);
  }

  public boolean isEmpty() {
    return days.isEmpty();
  }

  public Set<DocumentKind> kinds() {
    return days.keySet();
  }

  /** What was captured before this instant is erased. */
  public Instant horizon(DocumentKind kind, Instant now) {
    Integer kept = days.get(kind);
    return kept == null ? Instant.MIN : now.minus(Duration.ofDays(kept));
  }

  /** The same of what may hold texts of each of these kinds. */
  public Instant shortest(Instant now, DocumentKind... kinds) {
    return Stream.of(kinds)
        .map(kind -> horizon(kind, now))
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }
}
