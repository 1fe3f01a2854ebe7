// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.marsad.model.net.AddressPolicy;
import org.marsad.sources.http.FetchOutcome.Failed;

/** A client of a real site on loopback. */
abstract class ClientFixture {
  static final int LIMIT = 100_000;

  final LoopbackSite site = new LoopbackSite();
  final PoliteClient client =
      new PoliteClient(
          "TestBot/1.0 (+https://bot.example)",
          HttpLimits.of(LIMIT, Duration.ofSeconds(2)),
          Clock.systemUTC());

  @AfterEach
  void close() throws IOException {
    client.close();
    site.close();
  }

  FetchOutcome fetch(URI uri) throws InterruptedException {
    return client.fetch(FetchRequest.of(uri, Duration.ZERO, AddressPolicy.PUBLIC_AND_LOOPBACK));
  }

  static FailureKind kindOf(FetchOutcome outcome) {
    assertThat(outcome).isInstanceOf(Failed.class);
    return ((Failed) outcome).kind();
  }

  void redirect(String from, String to) {
    site.with(
        from,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to);
          LoopbackSite.send(exchange, 302, new byte[0]);
        });
  }

  void answerWith(String path, int status, String header, String value) {
    site.with(
        path,
        exchange -> {
          exchange.getResponseHeaders().set(header, value);
          LoopbackSite.send(exchange, status, new byte[0]);
        });
  }
}
