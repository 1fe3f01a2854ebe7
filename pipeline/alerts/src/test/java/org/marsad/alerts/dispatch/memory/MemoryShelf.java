// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch.memory;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.marsad.alerts.store.Kept;
import org.marsad.alerts.store.Shelf;

/** A shelf that is gone with the program. */
public final class MemoryShelf<T> implements Shelf<T> {
  private final SortedMap<String, Kept<T>> values = new TreeMap<>();
  private final Power power;
  private long sequence;

  public MemoryShelf(Power power) {
    this.power = power;
  }

  @Override
  public synchronized Optional<Kept<T>> find(String id) {
    power.done();
    return Optional.ofNullable(values.get(id));
  }

  @Override
  public synchronized List<Kept<T>> all() {
    power.done();
    return List.copyOf(values.values());
  }

  @Override
  public synchronized boolean isEmpty() {
    power.done();
    return values.isEmpty();
  }

  @Override
  public synchronized boolean create(String id, T value) {
    boolean isNew = !values.containsKey(id);
    if (isNew) {
      write(id, value);
    }
    power.done();
    return isNew;
  }

  @Override
  public synchronized void put(String id, T value) {
    write(id, value);
    power.done();
  }

  @Override
  public synchronized boolean replace(Kept<T> former, T value) {
    Kept<T> present = values.get(former.id());
    boolean isSame = present != null && present.sequence() == former.sequence();
    if (isSame) {
      write(former.id(), value);
    }
    power.done();
    return isSame;
  }

  @Override
  public synchronized boolean remove(String id) {
    boolean wasThere = values.remove(id) != null;
    power.done();
    return wasThere;
  }

  private void write(String id, T value) {
    values.put(id, new Kept<>(id, value, ++sequence, 1));
  }
}
