// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.story;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers everything for as long as it lives. */
final class MapMemory implements StoryMemory {
  private final Map<Long, Told> told = new HashMap<>();
  private final Map<Long, Long> holders = new HashMap<>();

  @Override
  public @Nullable Told told(long document) {
    return told.get(document);
  }

  @Override
  public void tell(long document, Told now) {
    told.put(document, now);
  }

  @Override
  public @Nullable Long holder(long key) {
    return holders.get(key);
  }

  @Override
  public void hold(long key, long document) {
    holders.put(key, document);
  }
}
