// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.store;

import java.util.List;
import java.util.Optional;

/**
 * A small collection of values under their ids: rules, subscriptions, verdicts. What was written is
 * found at once, by {@link #all} too.
 *
 * <p>Every method may throw an unchecked exception while the store is away; nothing is half done
 * then.
 */
public interface Shelf<T> {
  Optional<Kept<T>> find(String id);

  /** In the order of ids. */
  List<Kept<T>> all();

  /** Whether nothing is kept, nor anything in a form that this release does not know. */
  boolean isEmpty();

  /**
   * @return false where there is one already, which stays
   */
  boolean create(String id, T value);

  /** Whatever was there. */
  void put(String id, T value);

  /**
   * @return false where somebody has changed or removed it meanwhile: read it again
   */
  boolean replace(Kept<T> former, T value);

  /**
   * @return false where there is none
   */
  boolean remove(String id);
}
