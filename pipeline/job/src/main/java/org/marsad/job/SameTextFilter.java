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
import org.marsad.model.DocumentKind;

/**
 * One outlet that publishes the same article under many addresses publishes it once: the first
 * address stays, the others are dropped. The same text in two outlets is two documents (a copy is a
 * fact worth keeping), and so are two comments that say the same.
 */
final class SameTextFilter extends KeyedProcessFunction<String, Document, Document> {
  private static final long serialVersionUID = 1L;

  private final Duration expiry;
  private transient ValueState<String> firstId;
  private transient Counter duplicates;

  SameTextFilter(Duration expiry) {
    this.expiry = expiry;
  }

  /** What the stream has to be keyed by. */
  static String key(Document document) {
    return document.kind() == DocumentKind.ARTICLE
        ? document.sourceId() + "/" + document.contentHash()
        : document.id();
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<String> descriptor = new ValueStateDescriptor<>("first-id", Types.STRING);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(expiry).build());
    firstId = getRuntimeContext().getState(descriptor);
    duplicates =
        CounterNames.register(getRuntimeContext().getMetricGroup(), CounterNames.DUPLICATES);
  }

  @Override
  public void processElement(Document document, Context context, Collector<Document> out)
      throws Exception {
    String known = firstId.value();
    if (known != null && !known.equals(document.id())) {
      duplicates.inc();
      return;
    }
    firstId.update(document.id());
    out.collect(document);
  }
}
