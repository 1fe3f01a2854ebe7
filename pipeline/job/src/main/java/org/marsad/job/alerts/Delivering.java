// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Where the ticks of the dispatch clock go: each makes the dispatcher look at the outbox. */
final class Delivering implements Sink<Long> {
  private static final long serialVersionUID = 1L;

  private final DispatchSetup setup;

  Delivering(DispatchSetup setup) {
    this.setup = setup;
  }

  @Override
  public SinkWriter<Long> createWriter(WriterInitContext context) {
    return new DeliveryWriter(setup.open());
  }
}
