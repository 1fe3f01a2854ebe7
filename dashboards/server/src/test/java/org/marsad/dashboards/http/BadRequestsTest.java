// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.dashboards.samples.SampleApi;
import org.marsad.dashboards.samples.SampleServer;

/** Requests that are broken, ambiguous or huge: each hears what is wrong, and none more. */
class BadRequestsTest {
  private static final String HOST = "Host: localhost\r\nConnection: close\r\n";
  private static final int HUNDRED_MEGABYTES = 100 << 20;
  private static final String PREVIEW = "/api/rules/preview";

  @RegisterExtension static final SampleServer SERVER = new SampleServer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/status HTTP/1.1    | X-A: b\0c                                      | 400",
        "/api/status HTTP/1.1    | X-A : b                                        | 400",
        "/api/status HTTP/1.1    | X-A: b¶ c                                      | 400",
        "/api/status HTTP/1.1    | Host: evil.example                             | 400",
        "/api/status HTTP/1.1    | Content-Length: -2                             | 400",
        "/api/status HTTP/1.1    | Content-Length: 2¶Content-Length: 3         | 400",
        "/api/status HTTP/1.1    | Content-Length: 2¶Transfer-Encoding: chunked | 400",
        "/api/status HTTP/1.1    | Transfer-Encoding: nonsense                    | 400",
        "/api/status HTTP/1.1    | Expect: nonsense                               | 417",
        "/api/status HTTP/1.1    | Upgrade: websocket                             | 400",
        "/api/status HTTP/1.1    | X-HTTP-Method-Override: DELETE                 | 400",
        "http://evil.example/ HTTP/1.1       | X-A: b                             | 400",
        "/api/documents/%00 HTTP/1.1         | X-A: b                             | 400",
        "/api/documents/%c0%ae HTTP/1.1      | X-A: b                             | 400",
        "/api/documents/% HTTP/1.1           | X-A: b                             | 400",
        "/api/documents/%252e%252e HTTP/1.1  | X-A: b                             | 404",
        "/api/documents/.. HTTP/1.1          | X-A: b                             | 404",
        "/api/documents/%2e%2e%2fstatus HTTP/1.1 | X-A: b                         | 404",
        "/api/documents/%E2%80%AEexe HTTP/1.1    | X-A: b                         | 404",
        "/api/documents/;a=b HTTP/1.1        | X-A: b                             | 404",
        "//api/status HTTP/1.1               | X-A: b                             | 404",
        "/api/./status HTTP/1.1              | X-A: b                             | 404",
        "/api/status;jsessionid=1 HTTP/1.1   | X-A: b                             | 404",
        "/api/status?a%00=b HTTP/1.1         | X-A: b                             | 400",
        "/api/search?=x HTTP/1.1             | X-A: b                             | 400",
        "/api/search?q[]=a HTTP/1.1          | X-A: b                             | 400",
        "/api/search?size=1&size=1 HTTP/1.1  | X-A: b                             | 400",
        "/api/status HTTP/1.0                | Host: evil.example                 | 421",
      })
  void saysWhatIsWrong(String line, String header, int status) throws Exception {
    // An ambiguous host is one beside another, and HTTP/1.0 need not name any.
    String host = line.endsWith("1.0") ? "" : HOST;

    String headers = host + header.replace("¶", "\r\n");

    refused(
        RawRequest.ask(SERVER.api().address(), "GET " + line + "\r\n" + headers + "\r\n\r\n"),
        status);
  }

  private static void refused(String answer, int status) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .containsIgnoringCase("application/problem+json")
        .containsIgnoringCase("content-security-policy: default-src 'none'")
        .contains("\"detail\":\"")
        .doesNotContain("Jetty", "Exception", "\tat ", "\"counts\"");
  }

  @Test
  void refusesMoreHeadersThanAnyoneNeeds() throws Exception {
    String bomb =
        IntStream.range(0, 2_000).mapToObj(n -> "X-" + n + ": y\r\n").collect(Collectors.joining());
    String answer =
        RawRequest.ask(
            SERVER.api().address(), "GET /api/names HTTP/1.1\r\n" + HOST + bomb + "\r\n");

    refused(answer, 431);
    assertThat(answer).contains("headers are too long");
  }

  @Test
  void answersOldClientsAndSeveralQuestionsAtOnce() throws Exception {
    String one = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String last = "GET /health/live HTTP/1.1\r\n" + HOST + "\r\n";

    assertThat(
            RawRequest.ask(
                SERVER.api().address(), "GET /health/live HTTP/1.0\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
    assertThat(
            RawRequest.ask(SERVER.api().address(), one.repeat(3) + last).split("HTTP/1.1 200", -1))
        .hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({
    "source, 50, 200",
    "source, 51, 400",
    "stance, 51, 400",
    "source, 10000, 414",
    "skip, 600, 400"
  })
  void countsHowOftenAParameterIsGiven(String name, int times, int status) throws Exception {
    String value = name.equals("stance") ? "HOSTILE" : "x";
    String query =
        IntStream.range(0, times)
            .mapToObj(n -> name + "=" + value)
            .collect(Collectors.joining("&"));
    String path = name.equals("skip") ? "/api/feedback/next?" : "/api/search?";

    assertThat(SERVER.api().get(path + query).statusCode()).isEqualTo(status);
  }

  /** The server neither reads nor keeps what it refuses, so that sending it soon fails. */
  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: " + HUNDRED_MEGABYTES, "Transfer-Encoding: chunked"})
  void takesNoHugeBody(String length) throws Exception {
    byte[] piece = new byte[64 << 10];
    Arrays.fill(piece, (byte) ' ');
    boolean isChunked = length.startsWith("Transfer");
    String head =
        "POST " + PREVIEW + " HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n" + length;
    int sent = 0;
    try (Socket socket = RawRequest.begin(SERVER.api().address(), head + "\r\n\r\n")) {
      OutputStream out = socket.getOutputStream();
      while (sent < HUNDRED_MEGABYTES) {
        if (isChunked) {
          out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.write(piece);
        if (isChunked) {
          out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        sent += piece.length;
      }
    } catch (IOException refused) {
      assertThat(refused).hasMessageMatching("(?s).*(Broken pipe|reset|closed).*");
    }
    assertThat(sent).isLessThan(HUNDRED_MEGABYTES);
    assertThat(SERVER.api().get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void endsABodyThatStopsComing() throws Exception {
    String answer =
        RawRequest.ask(
            SERVER.api().address(),
            "POST "
                + PREVIEW
                + " HTTP/1.1\r\n"
                + HOST
                + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");

    refused(answer, 408);
    assertThat(answer).contains("send it again");
  }

  @ParameterizedTest
  @CsvSource({"30000, 400", "100000, 413"})
  void readsNoBottomlessBody(int depth, int status) throws Exception {
    for (String opening : new String[] {"[", "{\"a\":"}) {
      String body = opening.repeat(depth / opening.length());

      HttpResponse<String> answer = SERVER.api().post(PREVIEW, body);

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).contains("The body ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"", "W/\"1\"", "99999999999999999999", "nonsense", ""})
  void changesNothingUnderATagThatIsNone(String tag) throws Exception {
    HttpResponse<String> answer =
        SERVER
            .api()
            .send(
                SERVER
                    .api()
                    .request("/api/rules/none-yet")
                    .header("Content-Type", "application/json")
                    .header("If-Match", tag)
                    .PUT(BodyPublishers.ofString(SampleApi.RULE_BODY)));

    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(SERVER.api().get("/api/rules/none-yet").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If-None-Match: \"",
        "If-None-Match: \u00FF\u00FE",
        "If-Modified-Since: yesterday",
        "If-Modified-Since: Sat, 99 Foo 9999 00:00:00 GMT",
        "If-Range: \"x\"\r\nRange: bytes=0-1",
        "Range: bytes=9-0",
        "Range: bytes=0-0,1-1,2-2",
        "Range: bytes=99999999999999999999-",
        "Range: lines=1-2",
        "Accept-Encoding: gzip;q=9",
        "Accept-Language: \u00D9, ;q=x, -"
      })
  void sendsAFileWholeWhereAHeaderMakesNoSense(String header) throws Exception {
    String file = "GET /assets/app.js HTTP/1.1\r\n" + HOST;

    assertThat(RawRequest.ask(SERVER.api().address(), file + header + "\r\n\r\n"))
        .startsWith("HTTP/1.1 200")
        .contains("SPDX-License-Identifier");
  }

  @ParameterizedTest
  @CsvSource({
    "TRACE, /api/status, 'GET, HEAD'",
    "OPTIONS, /api/events, 'GET, POST, HEAD'",
    "PATCH, /api/events/x, DELETE"
  })
  void saysWhichMethodsThereAre(String method, String path, String allowed) throws Exception {
    String answer =
        RawRequest.ask(
            SERVER.api().address(), method + " " + path + " HTTP/1.1\r\n" + HOST + "\r\n");

    refused(answer, 405);
    assertThat(answer).contains("Allow: " + allowed + "\r\n", "use " + allowed + ".");
  }
}
