// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/** Hands the one split to whichever reader comes first. */
final class RoundEnumerator implements SplitEnumerator<RoundSplit, RoundEnumerator.Waiting> {
  /**
   * What no reader has.
   *
   * @param splits the one split, or none
   */
  record Waiting(List<RoundSplit> splits) {
    /** Before the first start. */
    static final Waiting FIRST = new Waiting(List.of(RoundSplit.NEW));

    Waiting {
      splits = List.copyOf(splits);
    }
  }

  private final SplitEnumeratorContext<RoundSplit> context;
  private final List<RoundSplit> waiting;

  RoundEnumerator(SplitEnumeratorContext<RoundSplit> context, Waiting state) {
    this.context = context;
    this.waiting = new ArrayList<>(state.splits());
  }

  @Override
  public void start() {}

  /** Readers do not ask. */
  @Override
  public void handleSplitRequest(int subtask, @Nullable String host) {}

  @Override
  public void addSplitsBack(List<RoundSplit> splits, int subtask) {
    waiting.addAll(splits);
  }

  @Override
  public void addReader(int subtask) {
    waiting.forEach(split -> context.assignSplit(split, subtask));
    waiting.clear();
  }

  @Override
  public Waiting snapshotState(long checkpoint) {
    return new Waiting(waiting);
  }

  @Override
  public void close() {}

  /** Version 1: how many splits, then each. */
  static final class WaitingSerializer implements SimpleVersionedSerializer<Waiting> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(Waiting state) throws IOException {
      DataOutputSerializer out = new DataOutputSerializer(64);
      out.writeInt(state.splits().size());
      for (RoundSplit split : state.splits()) {
        RoundSplitSerializer.write(split, out);
      }
      return out.getCopyOfBuffer();
    }

    @Override
    public Waiting deserialize(int version, byte[] serialized) throws IOException {
      RoundSplitSerializer.check(version);
      DataInputDeserializer in = new DataInputDeserializer(serialized);
      List<RoundSplit> splits = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        splits.add(RoundSplitSerializer.read(in));
      }
      return new Waiting(splits);
    }
  }
}
