// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.marsad.job.metrics.CounterNames;
import org.marsad.model.Document;

/**
 * Keyed by document id: the first sight and each edit go on, a repetition is dropped before it
 * costs a classification.
 *
 * <p>The index has the last word: its writer creates by id, so what this forgets after the expiry,
 * or never saw because another run captured it, still is not indexed twice.
 */
final class Deduplicator extends KeyedProcessFunction<String, Document, Document> {
  private static final long serialVersionUID = 1L;

  private final Duration expiry;
  private transient ValueState<String> contentHash;
  private transient Counter duplicates;

  /**
   * @param expiry how long after its last sight a document is remembered
   */
  Deduplicator(Duration expiry) {
    this.expiry = expiry;
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<String> descriptor =
        new ValueStateDescriptor<>("content-hash", Types.STRING);
    descriptor.enableTimeToLive(
        StateTtlConfig.newBuilder(expiry)
            .setUpdateType(StateTtlConfig.UpdateType.OnReadAndWrite)
            .build());
    contentHash = getRuntimeContext().getState(descriptor);
    duplicates =
        CounterNames.register(getRuntimeContext().getMetricGroup(), CounterNames.DUPLICATES);
  }

  @Override
  public void processElement(Document document, Context context, Collector<Document> out)
      throws Exception {
    if (document.contentHash().equals(contentHash.value())) {
      duplicates.inc();
      return;
    }
    contentHash.update(document.contentHash());
    out.collect(document);
  }
}
