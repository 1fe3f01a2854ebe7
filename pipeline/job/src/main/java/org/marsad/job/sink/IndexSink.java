// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.sink;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexEntry;

/**
 * Writes documents, rejections and source health to the index in bulk.
 *
 * <p>At least once on Flink's side, exactly once in the index: ids are deterministic and documents
 * are created, not overwritten. What is buffered is part of the checkpoint. The index being away or
 * busy is waited out, with back-pressure on the sources; what it refuses for good (one document's
 * own fault) becomes a rejection and never holds up the rest.
 */
public final class IndexSink extends AsyncSinkBase<IndexEntry, IndexEntry> {
  private static final long serialVersionUID = 1L;

  private static final int BATCH_ENTRIES = 500;
  private static final int IN_FLIGHT_REQUESTS = 2;
  private static final int BUFFERED_ENTRIES = 4 * BATCH_ENTRIES;
  private static final long BATCH_BYTES = 10L * 1024 * 1024;
  private static final long BUFFER_MILLIS = 500;

  private final IndexAddress address;

  public IndexSink(IndexAddress address) {
    super(
        (entry, context) -> entry,
        BATCH_ENTRIES,
        IN_FLIGHT_REQUESTS,
        BUFFERED_ENTRIES,
        BATCH_BYTES,
        BUFFER_MILLIS,
        BATCH_BYTES);
    this.address = address;
  }

  @Override
  public IndexSinkWriter createWriter(WriterInitContext context) throws IOException {
    return restoreWriter(context, List.of());
  }

  @Override
  public IndexSinkWriter restoreWriter(
      WriterInitContext context, Collection<BufferedRequestState<IndexEntry>> state)
      throws IOException {
    return new IndexSinkWriter(
        getElementConverter(),
        context,
        AsyncSinkWriterConfiguration.builder()
            .setMaxBatchSize(getMaxBatchSize())
            .setMaxBatchSizeInBytes(getMaxBatchSizeInBytes())
            .setMaxInFlightRequests(getMaxInFlightRequests())
            .setMaxBufferedRequests(getMaxBufferedRequests())
            .setMaxTimeInBufferMS(getMaxTimeInBufferMS())
            .setMaxRecordSizeInBytes(getMaxRecordSizeInBytes())
            .build(),
        state,
        address);
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<IndexEntry>> getWriterStateSerializer() {
    return new IndexEntryStateSerializer();
  }
}
