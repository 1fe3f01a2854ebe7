// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.incident.JudgedRule;
import org.marsad.alerts.incident.Round;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexEntry;
import org.marsad.job.Graph;
import org.marsad.job.OperatorIds;
import org.marsad.job.RecordTypes;

/**
 * The one definition of the graph that alerts: finds rises in what the main job has indexed, and
 * tells people. What has been found reaches the index first, and people from there.
 *
 * <pre>
 * rounds ─ Round ─► RoundEvaluation ─ JudgedRule ─► IncidentKeeper ─ IncidentStep ─► Explaining
 *                     (async)        keyed by rule        │                           (async)
 *                                    and granularity      │ Decision                     │
 *                                                         ▼                              ▼
 *                                                  union of decisions and steps ─► sink (index)
 *
 * dispatch clock ─ tick ─► Delivering (reads steps and the outbox from the index)
 * </pre>
 *
 * <p>The rounds are few and each is one query for all rules, so each operator has one subtask.
 */
public final class AlertPipeline implements Graph {
  /** Those that wait for the index are waited for, however long. */
  private static final long FOR_EVER = 0;

  /** What waits for the index waits in state, not in the way of a checkpoint. */
  private static final int WAITING = 1_000;

  private final Source<Round, ?, ?> rounds;
  private final IndexAddress index;
  private final Sink<IndexEntry> sink;
  private final DispatchSetup dispatch;

  /**
   * @param index where documents are counted, and rules are kept
   */
  public AlertPipeline(
      Source<Round, ?, ?> rounds,
      IndexAddress index,
      Sink<IndexEntry> sink,
      DispatchSetup dispatch) {
    this.rounds = rounds;
    this.index = index;
    this.sink = sink;
    this.dispatch = dispatch;
  }

  @Override
  public void buildOn(StreamExecutionEnvironment environment) {
    RecordTypes.register();
    SingleOutputStreamOperator<IncidentStep> steps = steps(judged(environment));
    DataStream<IndexEntry> decisions =
        steps
            .getSideOutput(IncidentKeeper.DECISIONS)
            .map(IndexEntry::of)
            .returns(IndexEntry.class)
            .name("decisions")
            .uid(OperatorIds.DECISION_ENTRIES)
            .setParallelism(1);
    AsyncDataStream.orderedWait(
            steps, new Explaining(index), FOR_EVER, TimeUnit.MILLISECONDS, WAITING)
        .name("explaining")
        .uid(OperatorIds.EXPLAINING)
        .setParallelism(1)
        .map(IndexEntry::of)
        .returns(IndexEntry.class)
        .name("incident steps")
        .uid(OperatorIds.STEP_ENTRIES)
        .setParallelism(1)
        .union(decisions)
        .sinkTo(sink)
        .name("alert index")
        .uid(OperatorIds.ALERT_SINK)
        .setParallelism(1);
    deliver(environment);
  }

  private DataStream<JudgedRule> judged(StreamExecutionEnvironment environment) {
    DataStream<Round> due =
        environment
            .fromSource(
                rounds, WatermarkStrategy.noWatermarks(), "rounds", TypeInformation.of(Round.class))
            .uid(OperatorIds.ROUNDS)
            .setParallelism(1);
    return AsyncDataStream.orderedWait(
            due, new RoundEvaluation(index), FOR_EVER, TimeUnit.MILLISECONDS, WAITING)
        .name("round evaluation")
        .uid(OperatorIds.EVALUATION)
        .setParallelism(1);
  }

  private static SingleOutputStreamOperator<IncidentStep> steps(DataStream<JudgedRule> judged) {
    return judged
        .keyBy(IncidentKeeper::key)
        .process(new IncidentKeeper())
        .name("incident keeper")
        .uid(OperatorIds.INCIDENTS)
        .setParallelism(1);
  }

  private void deliver(StreamExecutionEnvironment environment) {
    environment
        .fromSource(
            new DispatchClock(dispatch.every()), WatermarkStrategy.noWatermarks(), "dispatch clock")
        .uid(OperatorIds.DISPATCH_CLOCK)
        .setParallelism(1)
        .sinkTo(new Delivering(dispatch))
        .name("delivering")
        .uid(OperatorIds.DELIVERING)
        .setParallelism(1);
  }
}
