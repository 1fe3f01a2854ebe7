// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.polling;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Version 1: the assigned ids, then the waiting splits, each with its own version. */
final class PollingEnumeratorStateSerializer
    implements SimpleVersionedSerializer<PollingEnumeratorState> {
  static final int VERSION = 1;

  private final FeedSplitSerializer splits = new FeedSplitSerializer();

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(PollingEnumeratorState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(state.assigned().size());
    for (String id : state.assigned()) {
      Wire.writeString(out, id);
    }
    out.writeInt(splits.getVersion());
    out.writeInt(state.waiting().size());
    for (FeedSplit split : state.waiting()) {
      byte[] serialized = splits.serialize(split);
      out.writeInt(serialized.length);
      out.write(serialized);
    }
    return bytes.toByteArray();
  }

  @Override
  public PollingEnumeratorState deserialize(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "the polling source's state has version "
              + version
              + "; this Marsad reads only "
              + VERSION);
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    Set<String> assigned = new HashSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      assigned.add(Wire.readString(in));
    }
    int splitVersion = in.readInt();
    List<FeedSplit> waiting = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      waiting.add(splits.deserialize(splitVersion, in.readNBytes(in.readInt())));
    }
    return new PollingEnumeratorState(assigned, waiting);
  }
}
