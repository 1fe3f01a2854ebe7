// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.config.JettyConfig;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;

/**
 * Keeps clients that send or read slowly from holding what others need. A request gets a thread
 * only once its whole body has come, so that however many dawdle, none of the threads waits.
 */
public final class SlowClients {
  private static final long IDLE_MILLIS = 20_000;
  private static final long LEAST_BYTES_PER_SECOND = 200;
  private static final int HEADER_BYTES = 8 << 10;

  /** What Jetty keeps beside each piece of a body. */
  private static final int FRAMING_BYTES = 64;

  private SlowClients() {}

  /**
   * @param maxBytes of a body; a larger one is refused with 413
   */
  public static void guard(JettyConfig jetty, long maxBytes) {
    jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setIdleTimeout(IDLE_MILLIS);
          http.setMinRequestDataRate(LEAST_BYTES_PER_SECOND);
          http.setMinResponseDataRate(LEAST_BYTES_PER_SECOND);
          http.setRequestHeaderSize(HEADER_BYTES);
        });
    jetty.modifyServer(
        server -> {
          server.setErrorHandler(new JettyFaults());
          server.setHandler(
              new EagerContentHandler(
                  new RetainedContentLoaderFactory(maxBytes, FRAMING_BYTES, true)));
        });
  }
}
