// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import java.io.IOException;
import java.net.URI;

/** Tells a dead man's switch that alerting is alive. */
public interface Pinger {
  /**
   * @throws IOException if it did not hear; without the address, which is a secret
   */
  void ping(URI address) throws IOException;
}
