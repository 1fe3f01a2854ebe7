// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job;

import java.time.Clock;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.marsad.classifiers.Assessor;
import org.marsad.classifiers.Submission;
import org.marsad.classifiers.TextKind;
import org.marsad.classifiers.judge.Classifiers;
import org.marsad.job.metrics.CounterNames;
import org.marsad.model.Document;
import org.marsad.model.DocumentKind;
import org.marsad.model.Rejection;
import org.marsad.model.Stage;

/** Judges each document with the shipped classifiers, which all subtasks of one JVM share. */
final class DocumentAssessor extends ProcessFunction<Document, Document> {
  private static final long serialVersionUID = 1L;

  private transient Assessor assessor;
  private transient Counter relevant;
  private transient Counter rejected;

  @Override
  public void open(OpenContext context) {
    assessor = Classifiers.shipped();
    relevant = CounterNames.register(getRuntimeContext().getMetricGroup(), CounterNames.RELEVANT);
    rejected = CounterNames.register(getRuntimeContext().getMetricGroup(), CounterNames.REJECTED);
  }

  @Override
  public void processElement(Document document, Context context, Collector<Document> out) {
    Submission submission =
        new Submission(document.text(), document.title(), textKind(document.kind()));
    Document assessed;
    try {
      assessed = document.withAssessment(assessor.assess(submission));
    } catch (RuntimeException fault) {
      // The assessor promises never to throw; should it, one text must not stop all the others.
      rejected.inc();
      context.output(
          SideOutputs.REJECTIONS,
          new Rejection(
              document.sourceId(),
              Stage.ASSESS,
              "classifier-fault",
              "The classifiers failed on this text with "
                  + fault.getClass().getSimpleName()
                  + ". Please report it with the reference.",
              document.reference(),
              Clock.systemUTC().instant()));
      return;
    }
    if (assessed.assessment() != null && assessed.assessment().relevant()) {
      relevant.inc();
    }
    out.collect(assessed);
  }

  private static TextKind textKind(DocumentKind kind) {
    return switch (kind) {
      case ARTICLE -> TextKind.ARTICLE;
      case COMMENT -> TextKind.COMMENT;
      case POST -> TextKind.POST;
    };
  }
}
