// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.time.Clock;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.incident.JudgedRule;
import org.marsad.alerts.incident.Round;
import org.marsad.alerts.incident.RoundJudge;
import org.marsad.alerts.rule.AlertRule;
import org.marsad.alerts.store.Kept;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexConnection;
import org.marsad.index.alerts.AlertIndex;

/** Judges the rules that there are when a round comes, each once, however long that takes. */
final class RoundEvaluation extends RichAsyncFunction<Round, JudgedRule> {
  private static final long serialVersionUID = 1L;

  private final IndexAddress address;
  private transient @Nullable IndexConnection connection;
  private transient @Nullable PatientWorker worker;
  private transient AlertIndex index;
  private transient RoundJudge judge;

  RoundEvaluation(IndexAddress address) {
    this.address = address;
  }

  @Override
  public void open(OpenContext context) {
    connection = IndexConnection.open(address);
    worker = new PatientWorker("alert-rounds");
    index = new AlertIndex(connection);
    judge = new RoundJudge(index.counts(), Clock.systemUTC());
  }

  @Override
  public void asyncInvoke(Round round, ResultFuture<JudgedRule> result) {
    if (worker != null) {
      worker.run(() -> judge(round), result::complete, result::completeExceptionally);
    }
  }

  private List<JudgedRule> judge(Round round) {
    List<AlertRule> rules = index.rules().all().stream().map(Kept::value).toList();
    return judge.judge(round, rules);
  }

  @Override
  public void close() {
    if (worker != null) {
      worker.close();
    }
    if (connection != null) {
      connection.close();
    }
  }
}
