// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server on loopback that answers each command as it is told to. */
final class ScriptedSmtp implements AutoCloseable {
  /** In place of an answer: say nothing more. */
  static final String HANG = "";

  final List<String> commands = new CopyOnWriteArrayList<>();
  private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
  private final Map<String, String> answers;
  private final @Nullable SSLContext tls;

  /**
   * @param answers by command, GREETING and END (of the data) among them; others are answered well
   * @param tls null to offer none
   */
  ScriptedSmtp(Map<String, String> answers, @Nullable SSLContext tls) throws IOException {
    this.answers = answers;
    this.tls = tls;
    Thread thread = new Thread(this::serve, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket plain = socket.accept()) {
        talk(plain, answers.getOrDefault("GREETING", "220 scripted"));
      } catch (IOException e) {
        // The client has gone.
      }
    }
  }

  private void talk(Socket connection, @Nullable String greeting) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    if (greeting != null) {
      answer(connection, greeting);
    }
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (data && !line.equals(".")) {
        continue;
      }
      String command = data ? "END" : line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      commands.add(data ? "END" : line);
      String answer = answers.getOrDefault(command, usual(command));
      answer(connection, answer);
      data = answer.startsWith("354");
      if (command.equals("STARTTLS") && answer.startsWith("220") && tls != null) {
        talk(secured(connection, tls), null);
        return;
      }
    }
  }

  private static SSLSocket secured(Socket connection, SSLContext tls) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            tls.getSocketFactory().createSocket(connection, null, connection.getPort(), true);
    secured.setUseClientMode(false);
    return secured;
  }

  private String usual(String command) {
    return switch (command) {
      case "EHLO" ->
          tls == null ? "250-scripted\r\n250 AUTH PLAIN" : "250-scripted\r\n250 STARTTLS";
      case "AUTH" -> "235 ok";
      case "DATA" -> "354 go on";
      case "END" -> "250 2.0.0 Ok: queued as 4F1A2B for <reader@example.org>";
      case "STARTTLS" -> "220 go on";
      default -> "250 ok";
    };
  }

  private static void answer(Socket connection, String answer) throws IOException {
    if (answer.equals(HANG)) {
      return;
    }
    connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    connection.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
