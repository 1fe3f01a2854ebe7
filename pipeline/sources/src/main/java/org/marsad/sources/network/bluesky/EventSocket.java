// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.marsad.model.net.AddressPolicy;

/**
 * A socket that brings text messages. It asks for as many as fit into its queue, so that a server
 * waits for a slow reader; what is longer than the bound is dropped and shows as {@link #TOO_LONG}.
 */
final class EventSocket implements WebSocket.Listener, AutoCloseable {
  /** Stands for a message over the bound. */
  static final String TOO_LONG = new StringBuilder("too long").toString();

  private static final int MAX_MESSAGE_CHARS = 1_000_000;
  private static final int MESSAGES_AHEAD = 256;
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);

  /** Wakes the reader when the socket has ended. */
  private static final String END = new StringBuilder("end").toString();

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private boolean tooLong;
  private volatile boolean ended;
  private @Nullable WebSocket socket;

  private EventSocket() {}

  /**
   * @param subprotocol null for none
   * @throws IOException if there is no connection; a WebSocketHandshakeException where the server
   *     answered otherwise
   */
  static EventSocket open(
      HttpClient client, URI uri, @Nullable String subprotocol, String userAgent)
      throws IOException, InterruptedException {
    AddressPolicy policy = AddressPolicy.forConfigured(uri);
    // The client looks the name up again: the URL is the operator's own, and not foreign input.
    if (policy.resolve(uri.getHost()).length == 0) {
      throw new IOException("no address for " + uri.getHost());
    }
    WebSocket.Builder builder =
        client.newWebSocketBuilder().connectTimeout(TO_CONNECT).header("User-Agent", userAgent);
    if (subprotocol != null) {
      builder.subprotocols(subprotocol);
    }
    EventSocket events = new EventSocket();
    CompletableFuture<WebSocket> connecting = builder.buildAsync(uri, events);
    try {
      events.socket = connecting.get(TO_CONNECT.toMillis(), TimeUnit.MILLISECONDS);
      return events;
    } catch (InterruptedException e) {
      abandon(connecting);
      throw e;
    } catch (TimeoutException e) {
      abandon(connecting);
      throw new IOException("no answer within " + TO_CONNECT.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException fault) {
        throw fault;
      }
      throw new IOException("the connection failed", e.getCause());
    }
  }

  /** A socket that opens after all has no reader. */
  private static void abandon(CompletableFuture<WebSocket> connecting) {
    connecting.thenAccept(WebSocket::abort);
  }

  /**
   * The next whole message; null where none came in time or none will come.
   *
   * @throws InterruptedException while waiting
   */
  @Nullable String next(Duration wait) throws InterruptedException {
    if (ended && messages.isEmpty()) {
      return null;
    }
    String message = messages.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    if (message == null || message == END) {
      return null;
    }
    if (socket != null) {
      socket.request(1);
    }
    return message;
  }

  /** Whether nothing more will come behind what is queued. */
  boolean isEnded() {
    return ended;
  }

  @Override
  public void onOpen(WebSocket webSocket) {
    webSocket.request(MESSAGES_AHEAD);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    tooLong |= partial.length() + data.length() > MAX_MESSAGE_CHARS;
    if (!tooLong) {
      partial.append(data);
    }
    if (last) {
      messages.add(tooLong ? TOO_LONG : partial.toString());
      partial.setLength(0);
      tooLong = false;
    } else {
      webSocket.request(1);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    end();
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    end();
  }

  private void end() {
    ended = true;
    messages.add(END);
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.abort();
    }
  }
}
