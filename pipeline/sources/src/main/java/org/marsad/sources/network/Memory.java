// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which posts, or posts of whom, were emitted lately, as a part of a cursor. Only the beginnings of
 * hashes are kept; a chance match costs no more than a needless tombstone.
 */
public final class Memory {
  /** Hex digits. */
  private static final int LENGTH = 13;

  private final int capacity;
  private final Set<String> hashes = new LinkedHashSet<>();

  /**
   * @param capacity in hashes of 13 characters; those that were used longest ago are forgotten
   */
  public Memory(int capacity) {
    this.capacity = capacity;
  }

  /**
   * @param joined as {@link #joined} gave it
   */
  public static Memory of(String joined, int capacity) {
    Memory memory = new Memory(capacity);
    for (int at = 0; at + LENGTH <= joined.length(); at += LENGTH) {
      memory.remember(joined.substring(at, at + LENGTH));
    }
    return memory;
  }

  /** The latest use counts. */
  public void remember(String hash) {
    String shortened = shortened(hash);
    hashes.remove(shortened);
    hashes.add(shortened);
    if (hashes.size() > capacity) {
      Iterator<String> oldest = hashes.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  public boolean knows(String hash) {
    return hashes.contains(shortened(hash));
  }

  /**
   * @return whether it was known
   */
  public boolean forget(String hash) {
    return hashes.remove(shortened(hash));
  }

  public String joined() {
    return String.join("", hashes);
  }

  private static String shortened(String hash) {
    return hash.substring(0, LENGTH);
  }
}
