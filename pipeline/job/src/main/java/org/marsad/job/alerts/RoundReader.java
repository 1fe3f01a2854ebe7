// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.detect.Granularity;
import org.marsad.alerts.incident.Round;

/** Looks at the clock every second, and emits what is due. */
final class RoundReader implements SourceReader<Round, RoundSplit> {
  private static final long LOOK_SECONDS = 1;

  private final RoundSchedule schedule;
  private final Supplier<Instant> clock;
  private Instant started = Instant.EPOCH;
  private @Nullable RoundSplit split;

  RoundReader(RoundSchedule schedule, Supplier<Instant> clock) {
    this.schedule = schedule;
    this.clock = clock;
  }

  @Override
  public void start() {
    started = clock.get();
  }

  /** The first rounds are settled here: what closes before they are due must not be skipped. */
  @Override
  public void addSplits(List<RoundSplit> splits) {
    for (RoundSplit added : splits) {
      RoundSplit begun = added;
      for (Granularity granularity : Granularity.values()) {
        if (begun.end(granularity) == null) {
          begun = begun.with(granularity, schedule.first(granularity, clock.get()));
        }
      }
      split = begun;
    }
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Round> output) {
    RoundSplit current = split;
    if (current == null) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    for (Granularity granularity : Granularity.values()) {
      Optional<Round> due = due(current, granularity);
      if (due.isPresent()) {
        Round round = due.get();
        output.collect(round, round.end().toEpochMilli());
        split = current.with(granularity, round.end());
        return InputStatus.MORE_AVAILABLE;
      }
    }
    return InputStatus.NOTHING_AVAILABLE;
  }

  private Optional<Round> due(RoundSplit current, Granularity granularity) {
    Instant last = current.end(granularity);
    return last == null ? Optional.empty() : schedule.next(granularity, last, started, clock.get());
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return new CompletableFuture<Void>().completeOnTimeout(null, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public List<RoundSplit> snapshotState(long checkpoint) {
    return split == null ? List.of() : List.of(split);
  }

  /** The clock never ends. */
  @Override
  public void notifyNoMoreSplits() {}

  @Override
  public void close() {}
}
