// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.samples.SampleServer;

/** Sends rubbish to everything that the API says it has; the same with every run. */
class FuzzTest {
  private static final int REQUESTS = 24;
  private static final int ATTEMPTS = 4;

  @RegisterExtension static final SampleServer SERVER = SampleServer.own();

  /** What was answered, for a fuzzer that nothing but refusals meets would test nothing. */
  private static final Set<Integer> ANSWERED = new TreeSet<>();

  @AfterAll
  static void somethingWasUnderstoodAndSomethingRefused() {
    assertThat(ANSWERED).contains(200, 400, 404, 422);
  }

  @TestFactory
  List<DynamicTest> answersAsItSaysWhateverIsAsked() throws Exception {
    return Rubbish.operations(SERVER.api().description()).stream()
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> send(one)))
        .toList();
  }

  private static void send(Rubbish operation) throws Exception {
    for (int number = 0; number < REQUESTS; number++) {
      HttpResponse<String> answer = answer(operation.next(SERVER.api()), operation.method());
      ANSWERED.add(answer.statusCode());
      assertThat(answer.statusCode() < 500 || answer.statusCode() == 503)
          .as(answer.request().uri() + "\n" + answer.body())
          .isTrue();
      assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }
  }

  /**
   * Each by a connection of its own. An address that nothing can be at is refused before its body
   * has come, and its connection closed, at times while the client still writes: such a request is
   * sent again without a body.
   */
  private static HttpResponse<String> answer(HttpRequest.Builder request, String method)
      throws Exception {
    request.header("Connection", "close");
    for (int attempt = 1; ; attempt++) {
      try {
        return SERVER.api().send(request);
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        request.method(method, BodyPublishers.noBody());
      }
    }
  }
}
