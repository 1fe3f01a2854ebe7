// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which posts, and posts of whom, were emitted lately. The network tells all deletions of all its
 * posts; only these concern what may be stored, and a tombstone for every other would fill the
 * index. It is part of the cursor, as keyed hashes that name nobody.
 */
final class Memory {
  /** In posts and authors; about 80 KB. At a few hundred posts a day it reaches back weeks. */
  static final int CAPACITY = 6_000;

  /** Hex digits of a keyed hash; a chance match only costs a needless tombstone. */
  private static final int LENGTH = 13;

  private final Set<String> hashes = new LinkedHashSet<>();

  static Memory of(String joined) {
    Memory memory = new Memory();
    for (int at = 0; at + LENGTH <= joined.length(); at += LENGTH) {
      memory.remember(joined.substring(at, at + LENGTH));
    }
    return memory;
  }

  /** The latest use counts. */
  void remember(String hash) {
    String shortened = shortened(hash);
    hashes.remove(shortened);
    hashes.add(shortened);
    if (hashes.size() > CAPACITY) {
      Iterator<String> oldest = hashes.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  boolean knows(String hash) {
    return hashes.contains(shortened(hash));
  }

  /**
   * @return whether it was known
   */
  boolean forget(String hash) {
    return hashes.remove(shortened(hash));
  }

  String joined() {
    List<String> all = new ArrayList<>(hashes);
    return String.join("", all);
  }

  private static String shortened(String hash) {
    return hash.substring(0, LENGTH);
  }
}
