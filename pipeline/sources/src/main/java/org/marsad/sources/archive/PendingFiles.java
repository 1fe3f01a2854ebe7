// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The enumerator's state: the files that no reader has been given yet. */
public record PendingFiles(List<ArchiveSplit> splits) {

  public PendingFiles {
    splits = List.copyOf(splits);
  }

  /** Version 1: a count, then as many splits of version 1. */
  static final class Serializer implements SimpleVersionedSerializer<PendingFiles> {
    @Override
    public int getVersion() {
      return new ArchiveSplitSerializer().getVersion();
    }

    @Override
    public byte[] serialize(PendingFiles pending) throws IOException {
      DataOutputSerializer out = new DataOutputSerializer(1024);
      out.writeInt(pending.splits().size());
      for (ArchiveSplit split : pending.splits()) {
        ArchiveSplitSerializer.write(split, out);
      }
      return out.getCopyOfBuffer();
    }

    @Override
    public PendingFiles deserialize(int version, byte[] serialized) throws IOException {
      ArchiveSplitSerializer.check(version);
      DataInputDeserializer in = new DataInputDeserializer(serialized);
      List<ArchiveSplit> splits = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        splits.add(ArchiveSplitSerializer.read(in));
      }
      return new PendingFiles(splits);
    }
  }
}
