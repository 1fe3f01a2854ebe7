// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimitedSourceReader;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;

/** Counts up, one number at a time, for ever. To be run with a parallelism of 1. */
final class DispatchClock extends NumberSequenceSource {
  private static final long serialVersionUID = 1L;

  private final Duration every;

  DispatchClock(Duration every) {
    super(1, Long.MAX_VALUE);
    this.every = every;
  }

  @Override
  public SourceReader<Long, NumberSequenceSplit> createReader(SourceReaderContext context) {
    return new RateLimitedSourceReader<>(super.createReader(context), new Pause(every));
  }

  /** Flink's own holds a thread for as long as it waits. */
  private record Pause(Duration every)
      implements RateLimiter<NumberSequenceSource.NumberSequenceSplit> {
    @Override
    public CompletionStage<Void> acquire(int requests) {
      return new CompletableFuture<Void>()
          .completeOnTimeout(null, every.toMillis() * requests, TimeUnit.MILLISECONDS);
    }
  }
}
