// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.archive;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Version 1: path, name, format, source id, position. */
final class ArchiveSplitSerializer implements SimpleVersionedSerializer<ArchiveSplit> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(ArchiveSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    write(split, out);
    return out.getCopyOfBuffer();
  }

  @Override
  public ArchiveSplit deserialize(int version, byte[] serialized) throws IOException {
    check(version);
    return read(new DataInputDeserializer(serialized));
  }

  static void write(ArchiveSplit split, DataOutputSerializer out) throws IOException {
    out.writeUTF(split.path());
    out.writeUTF(split.name());
    out.writeUTF(split.format().name());
    out.writeUTF(split.sourceId());
    out.writeLong(split.position());
  }

  static ArchiveSplit read(DataInputDeserializer in) throws IOException {
    return new ArchiveSplit(
        in.readUTF(), in.readUTF(), ArchiveFormat.of(in.readUTF()), in.readUTF(), in.readLong());
  }

  static void check(int version) throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "the import's state has version "
              + version
              + "; this program reads version "
              + VERSION
              + " only: start the import anew");
    }
  }
}
