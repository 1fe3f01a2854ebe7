// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The visits that a feed still owes its young articles, at most three hundred: a daily paper brings
 * as many in a day. Beyond them the oldest are given up. Immutable.
 */
record Revisits(List<Revisit> all) {
  static final int MOST = 300;
  static final Revisits NONE = new Revisits(List.of());

  Revisits {
    all = List.copyOf(all);
  }

  /** The one that is due first. */
  @Nullable Revisit first() {
    return all.stream().min(Comparator.comparing(Revisit::due)).orElse(null);
  }

  @Nullable Revisit of(String key) {
    return all.stream().filter(visit -> visit.page().key().equals(key)).findFirst().orElse(null);
  }

  /** With this one in place of the article's former. */
  Revisits with(Revisit visit) {
    List<Revisit> next = new ArrayList<>(without(visit.page().key()).all());
    next.add(visit);
    return new Revisits(next.subList(Math.max(0, next.size() - MOST), next.size()));
  }

  Revisits without(String key) {
    return new Revisits(all.stream().filter(visit -> !visit.page().key().equals(key)).toList());
  }

  /** Since when one could be made; null where none is owed. */
  @Nullable Instant due() {
    Revisit first = first();
    return first == null ? null : first.due();
  }
}
