// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.explain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/** Numbers from 0 on, of which some belong together (union-find). */
final class Groups {
  private final int[] parents;

  Groups(int size) {
    parents = IntStream.range(0, size).toArray();
  }

  void join(int one, int other) {
    parents[root(one)] = root(other);
  }

  int root(int member) {
    int root = member;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** The members of each, in ascending order. */
  Collection<List<Integer>> all() {
    return IntStream.range(0, parents.length)
        .boxed()
        .collect(groupingBy(this::root, LinkedHashMap::new, toList()))
        .values();
  }
}
