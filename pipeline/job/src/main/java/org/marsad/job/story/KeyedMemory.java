// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.story;

import java.io.IOException;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;
import org.marsad.sources.story.StoryMemory;

/** Keyed state as the memory: an entry is found by making its key the current one. */
final class KeyedMemory implements StoryMemory {
  private final LongConsumer setKey;
  private final ValueState<Told> told;
  private final ValueState<Long> holders;

  KeyedMemory(LongConsumer setKey, ValueState<Told> told, ValueState<Long> holders) {
    this.setKey = setKey;
    this.told = told;
    this.holders = holders;
  }

  @Override
  public @Nullable Told told(long document) throws IOException {
    setKey.accept(document);
    return told.value();
  }

  @Override
  public void tell(long document, Told now) throws IOException {
    setKey.accept(document);
    told.update(now);
  }

  @Override
  public @Nullable Long holder(long key) throws IOException {
    setKey.accept(key);
    return holders.value();
  }

  @Override
  public void hold(long key, long document) throws IOException {
    setKey.accept(key);
    holders.update(document);
  }
}
