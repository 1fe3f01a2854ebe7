// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.marsad.alerts.incident.Decision;
import org.marsad.alerts.incident.IncidentLife;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.alerts.incident.JudgedRule;
import org.marsad.alerts.incident.OpenIncident;

/**
 * Remembers the open incident of each rule: emits the steps that people are to hear of, and beside
 * them why each bucket was decided as it was.
 */
final class IncidentKeeper extends KeyedProcessFunction<String, JudgedRule, IncidentStep> {
  static final OutputTag<Decision> DECISIONS = new OutputTag<>("decisions") {};

  private static final long serialVersionUID = 1L;

  private transient ValueState<OpenIncident> kept;

  /** A rule that is judged by days from now on begins anew. */
  static String key(JudgedRule judged) {
    return judged.rule().id() + "@" + judged.round().granularity();
  }

  @Override
  public void open(OpenContext context) {
    kept =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("open-incident", OpenIncident.class));
  }

  @Override
  public void processElement(JudgedRule judged, Context context, Collector<IncidentStep> out)
      throws IOException {
    OpenIncident before = kept.value();
    IncidentLife.Outcome outcome =
        IncidentLife.next(before == null ? OpenIncident.NONE : before, judged);
    kept.update(outcome.state());
    context.output(DECISIONS, outcome.decision());
    if (outcome.step() != null) {
      out.collect(outcome.step());
    }
  }
}
