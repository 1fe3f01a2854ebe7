// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.job.alerts;

import org.marsad.alerts.channel.Channels;
import org.marsad.alerts.dispatch.Dispatcher;
import org.marsad.index.IndexConnection;

/** A dispatcher with all that it holds open. */
record DispatchSession(Dispatcher dispatcher, Channels channels, IndexConnection connection)
    implements AutoCloseable {
  @Override
  public void close() {
    channels.close();
    connection.close();
  }
}
