// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.model.Opening;
import org.marsad.model.net.AddressRange;

/**
 * Over a socket. The peer is 127.0.0.1, as of a proxy on this computer; those on others are in the
 * header, behind it.
 */
class ClientAddressesTest {
  private static final Opening BEHIND_PROXIES =
      new Opening(
          URI.create("https://marsad.example.org/"),
          "none",
          Map.of(),
          List.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("2001:db8:f::/48")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "absent            | -                                        | 127.0.0.1",
        "one proxy         | 192.0.2.7                                | 192.0.2.7",
        "spoofed           | 203.0.113.9, 192.0.2.7                   | 192.0.2.7",
        "spoofed as proxy  | 10.0.0.1, 192.0.2.7                      | 192.0.2.7",
        "chained           | 203.0.113.9, 192.0.2.7, 10.0.0.1,10.1.1.1| 192.0.2.7",
        "only proxies      | 10.0.0.1, 10.0.0.2                       | 10.0.0.1",
        "another header    | 203.0.113.9; 192.0.2.7, 10.0.0.1         | 192.0.2.7",
        "header of proxies | 192.0.2.7; 10.0.0.1                      | 192.0.2.7",
        "a household       | 2001:db8:1:2:3:4:5:6                     | 20010db800010002",
        "IPv6 proxy        | 2001:db8:1:2::9, 2001:db8:f::1           | 20010db800010002",
        "IPv4 within IPv6  | ::ffff:192.0.2.7, 10.0.0.1               | 192.0.2.7",
        "no address        | unknown                                  | 127.0.0.1",
        "a name            | localhost, 10.0.0.1                      | 10.0.0.1",
        "empty             | 192.0.2.7,                               | 127.0.0.1",
        "rubbish before    | ;;<b>, 192.0.2.7, 10.0.0.1               | 192.0.2.7",
      })
  void theLastAddressThatIsNotOfATrustedProxyCounts(String what, String forwarded, String client)
      throws Exception {
    assertThat(seen(new ClientAddresses(BEHIND_PROXIES), forwarded)).as(what).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.7", "10.0.0.1", "127.0.0.1"})
  void nothingIsBelievedWhereNobodyElseReachesTheServer(String forwarded) throws Exception {
    assertThat(seen(new ClientAddresses(null), forwarded)).isEqualTo("127.0.0.1");
  }

  /**
   * @param forwarded the values of X-Forwarded-For, with ';' between headers; null for none
   */
  private static String seen(ClientAddresses addresses, @Nullable String forwarded)
      throws Exception {
    Javalin server =
        Javalin.create(config -> config.routes.get("/", c -> c.result(addresses.of(c))));
    try {
      server.start("127.0.0.1", 0);
      StringBuilder request = new StringBuilder("GET / HTTP/1.1\r\nHost: localhost\r\n");
      for (String value : forwarded == null ? new String[0] : forwarded.split(";")) {
        request.append("X-Forwarded-For: ").append(value).append("\r\n");
      }
      String answer =
          RawRequest.ask(
              URI.create("http://127.0.0.1:" + server.port()),
              request + "Connection: close\r\n\r\n");
      return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    } finally {
      server.stop();
    }
  }
}
