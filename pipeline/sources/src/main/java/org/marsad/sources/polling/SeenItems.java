// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The keys of the items that are done with, oldest first: the newest 2,000, which is more than a
 * feed lists at once. Immutable.
 */
final class SeenItems {
  static final int LIMIT = 2_000;
  static final SeenItems NONE = new SeenItems(Set.of());

  private final LinkedHashSet<String> keys;

  SeenItems(Collection<String> oldestFirst) {
    keys = new LinkedHashSet<>(oldestFirst);
    Iterator<String> oldest = keys.iterator();
    for (int excess = keys.size() - LIMIT; excess > 0; excess--) {
      oldest.next();
      oldest.remove();
    }
  }

  boolean contains(String key) {
    return keys.contains(key);
  }

  SeenItems with(Collection<String> more) {
    LinkedHashSet<String> all = new LinkedHashSet<>(keys);
    // What is listed again becomes the newest again, so that a long-lived item is not forgotten.
    all.removeAll(more);
    all.addAll(more);
    return new SeenItems(all);
  }

  Collection<String> keys() {
    return Collections.unmodifiableSet(keys);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeenItems seen && seen.keys.equals(keys);
  }

  @Override
  public int hashCode() {
    return keys.hashCode();
  }

  @Override
  public String toString() {
    return keys.size() + " seen items";
  }
}
