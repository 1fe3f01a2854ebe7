// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import java.util.Collections;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;
import org.marsad.alerts.incident.Explainer;
import org.marsad.alerts.incident.IncidentStep;
import org.marsad.index.IndexAddress;
import org.marsad.index.IndexConnection;
import org.marsad.index.alerts.IndexedCaseFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says why there is a rise. A step that cannot be explained goes on without: that there is a rise
 * matters more than why.
 */
final class Explaining extends RichAsyncFunction<IncidentStep, IncidentStep> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Explaining.class);

  private final IndexAddress address;
  private transient @Nullable IndexConnection connection;
  private transient @Nullable PatientWorker worker;
  private transient Explainer explainer;

  Explaining(IndexAddress address) {
    this.address = address;
  }

  @Override
  public void open(OpenContext context) {
    connection = IndexConnection.open(address);
    worker = new PatientWorker("alert-explanations");
    explainer = new Explainer(new IndexedCaseFiles(connection));
  }

  @Override
  public void asyncInvoke(IncidentStep step, ResultFuture<IncidentStep> result) {
    if (step.kind() == IncidentStep.Kind.RESOLVED || worker == null) {
      result.complete(Collections.singleton(step));
      return;
    }
    worker.run(
        () -> step.explained(explainer.explain(step)),
        explained -> result.complete(Collections.singleton(explained)),
        fault -> {
          LOG.error("The step {} stays unexplained; please report this", step.key(), fault);
          result.complete(Collections.singleton(step));
        });
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
