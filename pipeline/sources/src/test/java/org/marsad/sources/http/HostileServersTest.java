// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.http.FetchOutcome.TooLarge;

/** Servers that are broken or mean harm. */
class HostileServersTest extends ClientFixture {
  @Test
  void cutsOffAnEndlessBody() throws Exception {
    site.with(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          byte[] block = new byte[8192];
          while (!Thread.currentThread().isInterrupted()) {
            out.write(block);
          }
        });

    assertThat(fetch(site.url("/endless"))).isEqualTo(new TooLarge(LIMIT));
  }

  @Test
  void cutsOffAGzipBomb() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1024 * 1024];
      for (int i = 0; i < 50; i++) {
        gzip.write(zeros);
      }
    }
    site.with(
        "/bomb",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          LoopbackSite.send(exchange, 200, bomb.toByteArray());
        });

    assertThat(fetch(site.url("/bomb"))).isEqualTo(new TooLarge(LIMIT));
  }

  @Test
  void givesUpOnASilentServer() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    site.with(
        "/silent",
        exchange -> {
          try {
            done.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(kindOf(fetch(site.url("/silent")))).isEqualTo(FailureKind.TIMEOUT);
    done.countDown();
  }

  /** Each byte comes in time, the whole never: only the overall limit ends it. */
  @Test
  void givesUpOnATricklingServer() throws Exception {
    site.with(
        "/trickle",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          try {
            while (true) {
              out.write('.');
              out.flush();
              Thread.sleep(100);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(kindOf(fetch(site.url("/trickle")))).isEqualTo(FailureKind.TIMEOUT);
  }

  @Test
  void aServerThatSpeaksNoHttpIsAFailure() throws Exception {
    try (ServerSocket server = new ServerSocket(0)) {
      Thread rude =
          new Thread(
              () -> {
                while (true) {
                  try (Socket socket = server.accept()) {
                    socket
                        .getOutputStream()
                        .write("SSH-2.0-x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                  } catch (IOException e) {
                    return;
                  }
                }
              });
      rude.setDaemon(true);
      rude.start();

      FetchOutcome outcome =
          fetch(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/feed"));

      assertThat(kindOf(outcome).retryable()).isTrue();
    }
  }

  @Test
  void aClosedPortIsAFailure() throws Exception {
    URI closed;
    try (ServerSocket server = new ServerSocket(0)) {
      closed = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/feed");
    }

    assertThat(kindOf(fetch(closed))).isEqualTo(FailureKind.CONNECT_FAILED);
  }

  @Test
  void redirectsLeadIntoNoPrivateNetworkAndToNoOtherScheme() throws Exception {
    redirect("/private", "http://10.0.0.1/admin");
    redirect("/metadata", "http://169.254.169.254/latest");
    redirect("/file", "file:///etc/passwd");
    redirect("/port", "http://127.0.0.1:99999/");

    assertThat(kindOf(fetch(site.url("/private")))).isEqualTo(FailureKind.FORBIDDEN_ADDRESS);
    assertThat(kindOf(fetch(site.url("/metadata")))).isEqualTo(FailureKind.FORBIDDEN_ADDRESS);
    assertThat(kindOf(fetch(site.url("/file")))).isEqualTo(FailureKind.BAD_URL);
    assertThat(kindOf(fetch(site.url("/port")))).isEqualTo(FailureKind.BAD_URL);
  }

  @Test
  void endsARedirectLoop() throws Exception {
    redirect("/loop", "/loop");

    assertThat(kindOf(fetch(site.url("/loop")))).isEqualTo(FailureKind.TOO_MANY_REDIRECTS);
    assertThat(site.requests("/loop")).isEqualTo(6);
  }

  @Test
  void aPublicSourceReachesNothingOnLoopback() throws Exception {
    FetchRequest request =
        FetchRequest.of(site.url("/page"), Duration.ZERO, AddressPolicy.PUBLIC_ONLY);

    assertThat(kindOf(client.fetch(request))).isEqualTo(FailureKind.FORBIDDEN_ADDRESS);
    assertThat(site.requests("/robots.txt")).isZero();
  }

  /** The name is looked up by the connection itself, so no second look-up can differ. */
  @Test
  void aNameThatResolvesToAPrivateAddressIsNotConnectedTo() throws Exception {
    URI named = URI.create("http://localhost:" + site.url("/").getPort() + "/page");
    FetchRequest request = FetchRequest.of(named, Duration.ZERO, AddressPolicy.PUBLIC_ONLY);

    assertThat(kindOf(client.fetch(request))).isEqualTo(FailureKind.FORBIDDEN_ADDRESS);
    assertThat(site.requests("/robots.txt")).isZero();
  }
}
