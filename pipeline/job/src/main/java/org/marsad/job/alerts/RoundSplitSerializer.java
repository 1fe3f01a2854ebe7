// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.marsad.alerts.detect.Granularity;

/** Version 1: how many granularities, then the name and the last end, in seconds, of each. */
final class RoundSplitSerializer implements SimpleVersionedSerializer<RoundSplit> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(RoundSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    write(split, out);
    return out.getCopyOfBuffer();
  }

  @Override
  public RoundSplit deserialize(int version, byte[] serialized) throws IOException {
    check(version);
    return read(new DataInputDeserializer(serialized));
  }

  static void write(RoundSplit split, DataOutputSerializer out) throws IOException {
    out.writeInt(split.ends().size());
    for (Map.Entry<Granularity, Instant> entry : split.ends().entrySet()) {
      out.writeUTF(entry.getKey().name());
      out.writeLong(entry.getValue().getEpochSecond());
    }
  }

  static RoundSplit read(DataInputDeserializer in) throws IOException {
    Map<Granularity, Instant> ends = new EnumMap<>(Granularity.class);
    for (int left = in.readInt(); left > 0; left--) {
      ends.put(Granularity.valueOf(in.readUTF()), Instant.ofEpochSecond(in.readLong()));
    }
    return new RoundSplit(ends);
  }

  static void check(int version) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "the state of the alerts' rounds has version "
              + version
              + "; this Marsad reads only "
              + VERSION);
    }
  }
}
