// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.sink;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.marsad.index.IndexEntry;

/** Version 1: each buffered entry as the JSON that {@link IndexEntry} defines. */
final class IndexEntryStateSerializer extends AsyncSinkWriterStateSerializer<IndexEntry> {
  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public BufferedRequestState<IndexEntry> deserialize(int version, byte[] serialized)
      throws IOException {
    if (version != VERSION) {
      throw new IOException(
          "the sink's state has version " + version + "; this release reads version " + VERSION);
    }
    return super.deserialize(version, serialized);
  }

  @Override
  protected void serializeRequestToStream(IndexEntry entry, DataOutputStream out)
      throws IOException {
    byte[] json = entry.toBytes();
    out.writeInt(json.length);
    out.write(json);
  }

  @Override
  protected IndexEntry deserializeRequestFromStream(long requestSize, DataInputStream in)
      throws IOException {
    byte[] json = new byte[in.readInt()];
    in.readFully(json);
    return IndexEntry.fromBytes(json);
  }
}
