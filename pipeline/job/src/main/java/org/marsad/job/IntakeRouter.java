// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.marsad.model.Intake;
import org.marsad.model.RawDocument;

/** Parts what a source emits: documents go on, everything else goes to streams of its own. */
final class IntakeRouter extends ProcessFunction<Intake, RawDocument> {
  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(Intake intake, Context context, Collector<RawDocument> out) {
    if (intake.document() != null) {
      out.collect(intake.document());
    } else if (intake.rejection() != null) {
      context.output(SideOutputs.REJECTIONS, intake.rejection());
    } else if (intake.health() != null) {
      context.output(SideOutputs.HEALTH, intake.health());
    } else if (intake.deletion() != null) {
      context.output(SideOutputs.DELETIONS, intake.deletion());
    }
  }
}
