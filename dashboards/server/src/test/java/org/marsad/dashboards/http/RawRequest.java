// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests as they go over the line, such as no client would send. */
final class RawRequest {
  private RawRequest() {}

  /** Sends a part; each letter is a byte. */
  static Socket begin(URI server, String text) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  /** Sends all, and reads until the server closes the connection. */
  static String ask(URI server, String text) throws IOException {
    try (Socket socket = begin(server, text)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
