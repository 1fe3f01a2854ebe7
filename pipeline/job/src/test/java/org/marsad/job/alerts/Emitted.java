// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.marsad.alerts.incident.Round;

/** What a reader emitted. */
record Emitted(List<Round> rounds) implements ReaderOutput<Round> {
  @Override
  public void collect(Round round) {
    rounds.add(round);
  }

  @Override
  public void collect(Round round, long timestamp) {
    if (timestamp != round.end().toEpochMilli()) {
      throw new AssertionError("the time of " + round + " is not its end: " + timestamp);
    }
    rounds.add(round);
  }

  @Override
  public void emitWatermark(Watermark watermark) {}

  @Override
  public void markIdle() {}

  @Override
  public void markActive() {}

  @Override
  public SourceOutput<Round> createOutputForSplit(String splitId) {
    return this;
  }

  @Override
  public void releaseOutputForSplit(String splitId) {}
}
