// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HttpPingerTest {
  @Test
  void asksByGetAndTellsWhenItIsNotHeardWithoutTheSecretAddress() throws IOException {
    List<String> requests = new CopyOnWriteArrayList<>();
    AtomicInteger status = new AtomicInteger(200);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/secret");
    Pinger pinger = new HttpPinger();
    try {
      pinger.ping(address);
      assertThat(requests).containsExactly("GET /secret");
      status.set(503);
      assertThatThrownBy(() -> pinger.ping(address)).hasMessage("the watcher answered 503");
    } finally {
      server.stop(0);
    }
    assertThatThrownBy(() -> pinger.ping(address))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }
}
