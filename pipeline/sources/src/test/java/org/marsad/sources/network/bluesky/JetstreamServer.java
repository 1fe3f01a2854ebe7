// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.bluesky;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Jetstream on loopback (RFC 6455, what a server of text messages needs of it): gives each client
 * the events from its cursor on, and breaks off where it is told to.
 */
final class JetstreamServer implements AutoCloseable {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final long OPENING_MILLIS = 500;
  private static final Pattern CURSOR = Pattern.compile("[?&]cursor=(\\d+)");

  /** An event and its place. */
  record Entry(long place, String json) {}

  private final ServerSocket server;
  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile int breakAfter = -1;
  private volatile long oldest = Long.MIN_VALUE;
  private volatile boolean silent;
  private volatile String refusal = "";

  JetstreamServer() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::accept, "jetstream");
    thread.setDaemon(true);
    thread.start();
  }

  URI url(String path) {
    return URI.create("ws://127.0.0.1:" + server.getLocalPort() + path);
  }

  void add(long place, String json) {
    entries.add(new Entry(place, json));
  }

  /** The next connection ends in the middle of the event behind so many. */
  void breakOffAfter(int events) {
    breakAfter = events;
  }

  /**
   * What is before this place is gone. To a cursor there, version 2 answers with 400, and version 1
   * goes on with what it has.
   */
  void keepOnlyFrom(long place) {
    oldest = place;
  }

  /** From now on, nobody gets an answer. */
  void fallSilent() {
    silent = true;
  }

  /** From now on, everybody gets this answer in place of a socket. */
  void refuseWith(int status, Map<String, String> headers, String body) {
    StringBuilder answer = new StringBuilder("HTTP/1.1 " + status + " No Socket\r\n");
    headers.forEach((name, value) -> answer.append(name + ": " + value + "\r\n"));
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    refusal = answer + "Content-Length: " + length + "\r\n\r\n" + body;
  }

  /** What was asked for, one request line each. */
  List<String> requests() {
    return requests;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread thread = new Thread(() -> serve(client), "jetstream-client");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      List<String> head = head(client);
      requests.add(head.get(0));
      Matcher matcher = CURSOR.matcher(head.get(0));
      long cursor = matcher.find() ? Long.parseLong(matcher.group(1)) : Long.MIN_VALUE;
      OutputStream out = client.getOutputStream();
      if (silent) {
        awaitEnd(client);
        return;
      }
      if (!refusal.isEmpty()) {
        out.write(refusal.getBytes(StandardCharsets.UTF_8));
        return;
      }
      boolean second = head.get(0).contains("/xrpc/");
      if (second && cursor != Long.MIN_VALUE && cursor < oldest) {
        out.write(
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        return;
      }
      out.write(handshake(head).getBytes(StandardCharsets.US_ASCII));
      send(out, cursor);
      awaitEnd(client);
    } catch (IOException gone) {
      // The client went away.
    }
  }

  /** Until the client has had enough. */
  private static void awaitEnd(Socket client) throws IOException {
    int read = client.getInputStream().read();
    while (read >= 0) {
      read = client.getInputStream().read();
    }
  }

  private void send(OutputStream out, long cursor) throws IOException {
    int limit = breakAfter;
    breakAfter = -1;
    int sent = 0;
    for (Entry entry : entries) {
      if (entry.place() < cursor || entry.place() < oldest) {
        continue;
      }
      byte[] text = entry.json().getBytes(StandardCharsets.UTF_8);
      if (sent == limit) {
        out.write(frame(text.length));
        out.write(text, 0, text.length / 2);
        out.flush();
        pause();
        throw new IOException("broken off on purpose");
      }
      out.write(frame(text.length));
      out.write(text);
      sent++;
    }
    out.flush();
  }

  /**
   * Java's client may miss an end that comes while it still opens the socket, and then sees silence
   * instead; a break in the middle of a stream is what is to be tried here.
   */
  private static void pause() {
    try {
      Thread.sleep(OPENING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The head of a final text frame without a mask. */
  private static byte[] frame(int length) {
    ByteBuffer head = ByteBuffer.allocate(10);
    head.put((byte) 0x81);
    if (length < 126) {
      head.put((byte) length);
    } else if (length < 65_536) {
      head.put((byte) 126).putShort((short) length);
    } else {
      head.put((byte) 127).putLong(length);
    }
    byte[] bytes = new byte[head.position()];
    head.flip().get(bytes);
    return bytes;
  }

  private static List<String> head(Socket client) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    List<String> lines = new ArrayList<>();
    for (String line = reader.readLine();
        line != null && !line.isEmpty();
        line = reader.readLine()) {
      lines.add(line);
    }
    if (lines.isEmpty()) {
      throw new IOException("nothing was asked");
    }
    return lines;
  }

  private static String handshake(List<String> head) {
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Accept: "
        + accept(header(head, "sec-websocket-key"))
        + "\r\n"
        + (header(head, "sec-websocket-protocol").isEmpty()
            ? ""
            : "Sec-WebSocket-Protocol: " + header(head, "sec-websocket-protocol") + "\r\n")
        + "\r\n";
  }

  private static String header(List<String> head, String name) {
    return head.stream()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static String accept(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
