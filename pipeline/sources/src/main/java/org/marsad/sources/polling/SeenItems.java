// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the items that are done with, oldest first: the newest 2,000, which is more than a
 * feed lists at once. Immutable.
 */
final class SeenItems {
  static final int LIMIT = 2_000;
  static final SeenItems NONE = new SeenItems(Map.of());

  /**
   * How the entry looked whose page was fetched.
   *
   * @param print see {@link EntryPrint}
   * @param changes that were followed since the first fetch
   */
  record Look(int print, int changes) {
    /** A look that there is none of: of another feed's item, or from before looks were kept. */
    static final Look NONE = new Look(0, -1);
  }

  private final LinkedHashMap<String, Look> looks;

  SeenItems(Map<String, Look> oldestFirst) {
    looks = new LinkedHashMap<>(oldestFirst);
    Iterator<String> oldest = looks.keySet().iterator();
    for (int excess = looks.size() - LIMIT; excess > 0; excess--) {
      oldest.next();
      oldest.remove();
    }
  }

  boolean contains(String key) {
    return looks.containsKey(key);
  }

  /** How the item looked; null where that is not known. */
  @Nullable Look look(String key) {
    Look look = looks.get(key);
    return look == null || look.equals(Look.NONE) ? null : look;
  }

  /** With these as the newest. What is listed again becomes so again, lest it be forgotten. */
  SeenItems with(Collection<String> more) {
    LinkedHashMap<String, Look> all = new LinkedHashMap<>(looks);
    for (String key : more) {
      Look known = all.remove(key);
      all.put(key, known == null ? Look.NONE : known);
    }
    return new SeenItems(all);
  }

  /** With this as the newest. */
  SeenItems with(String key, Look look) {
    LinkedHashMap<String, Look> all = new LinkedHashMap<>(looks);
    all.remove(key);
    all.put(key, look);
    return new SeenItems(all);
  }

  Collection<String> keys() {
    return Collections.unmodifiableSet(looks.keySet());
  }

  Map<String, Look> looks() {
    return Collections.unmodifiableMap(looks);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SeenItems seen && seen.looks.equals(looks);
  }

  @Override
  public int hashCode() {
    return looks.hashCode();
  }

  @Override
  public String toString() {
    return looks.size() + " seen items";
  }
}
