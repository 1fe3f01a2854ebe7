// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.config.JettyConfig;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

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
              new Impatience(
                  new EagerContentHandler(
                      new RetainedContentLoaderFactory(maxBytes, FRAMING_BYTES, true))));
        });
  }

  /**
   * Ends a body that has stopped coming. The handler that waits for it takes the news of the idle
   * time for a passing fault, and would hold the connection for as long as the client likes.
   */
  private static final class Impatience extends Handler.Wrapper {
    private Impatience(Handler handler) {
      super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      return super.handle(
          new Request.Wrapper(request) {
            @Override
            public Content.@Nullable Chunk read() {
              Content.Chunk chunk = super.read();
              return Content.Chunk.isFailure(chunk, false)
                  ? Content.Chunk.from(chunk.getFailure(), true)
                  : chunk;
            }
          },
          response,
          callback);
    }
  }
}
