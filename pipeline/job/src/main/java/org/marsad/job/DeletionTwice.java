// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import java.time.Duration;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.marsad.model.Deletion;

/**
 * Lets each deletion through at once, and once more after a while: it may overtake its document,
 * which still waits before another operator or for a busy index. So a deletion need not leave
 * anything behind where there is no document, and those of what was never stored do not pile up:
 * the state holds each for that while alone.
 */
final class DeletionTwice extends KeyedProcessFunction<String, Deletion, Deletion> {
  private static final long serialVersionUID = 1L;

  /** Far above what a document takes from the source to the index. */
  private static final Duration WHILE = Duration.ofMinutes(15);

  private transient ValueState<Deletion> pending;

  /** What the stream has to be keyed by. */
  static String key(Deletion deletion) {
    return deletion.documentId() != null
        ? "document " + deletion.documentId()
        : "author " + Objects.requireNonNullElse(deletion.author(), "");
  }

  @Override
  public void open(OpenContext context) {
    pending = getRuntimeContext().getState(new ValueStateDescriptor<>("deletion", Deletion.class));
  }

  @Override
  public void processElement(Deletion deletion, Context context, Collector<Deletion> out)
      throws Exception {
    out.collect(deletion);
    pending.update(deletion);
    long now = context.timerService().currentProcessingTime();
    context.timerService().registerProcessingTimeTimer(now + WHILE.toMillis());
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<Deletion> out) throws Exception {
    Deletion deletion = pending.value();
    if (deletion != null) {
      out.collect(deletion);
      pending.clear();
    }
  }
}
