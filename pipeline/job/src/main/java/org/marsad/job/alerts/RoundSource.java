// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.time.Clock;
import java.time.Instant;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.function.SerializableSupplier;
import org.marsad.alerts.incident.Round;

/**
 * Emits each closed day and hour of Morocco's clock once, in order, whatever the program went
 * through: how far it has come is part of every checkpoint. To be run with a parallelism of 1.
 */
public final class RoundSource implements Source<Round, RoundSplit, RoundEnumerator.Waiting> {
  private static final long serialVersionUID = 1L;

  private final RoundSchedule schedule;
  private final SerializableSupplier<Instant> clock;

  public RoundSource(RoundSchedule schedule) {
    this(schedule, () -> Clock.systemUTC().instant());
  }

  RoundSource(RoundSchedule schedule, SerializableSupplier<Instant> clock) {
    this.schedule = schedule;
    this.clock = clock;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<Round, RoundSplit> createReader(SourceReaderContext context) {
    return new RoundReader(schedule, clock);
  }

  @Override
  public SplitEnumerator<RoundSplit, RoundEnumerator.Waiting> createEnumerator(
      SplitEnumeratorContext<RoundSplit> context) {
    return restoreEnumerator(context, RoundEnumerator.Waiting.FIRST);
  }

  @Override
  public SplitEnumerator<RoundSplit, RoundEnumerator.Waiting> restoreEnumerator(
      SplitEnumeratorContext<RoundSplit> context, RoundEnumerator.Waiting state) {
    return new RoundEnumerator(context, state);
  }

  @Override
  public SimpleVersionedSerializer<RoundSplit> getSplitSerializer() {
    return new RoundSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<RoundEnumerator.Waiting> getEnumeratorCheckpointSerializer() {
    return new RoundEnumerator.WaitingSerializer();
  }
}
