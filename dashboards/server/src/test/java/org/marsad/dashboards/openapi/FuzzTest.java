// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.marsad.dashboards.samples.SampleServer;

/** Sends rubbish to everything that the API says it has; the same with every run. */
class FuzzTest {
  private static final int REQUESTS = 24;

  @RegisterExtension static final SampleServer SERVER = SampleServer.own();

  @TestFactory
  List<DynamicTest> answersAsItSaysWhateverIsAsked() throws Exception {
    return Rubbish.operations(SERVER.api().description()).stream()
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> send(one)))
        .toList();
  }

  /**
   * Each by a connection of its own: the server closes one whose request it has not read to its
   * end, and a client may not know that yet when it uses it again.
   */
  private static void send(Rubbish operation) throws Exception {
    for (int number = 0; number < REQUESTS; number++) {
      HttpResponse<String> answer =
          SERVER.api().send(operation.next(SERVER.api()).header("Connection", "close"));
      assertThat(answer.statusCode() < 500 || answer.statusCode() == 503)
          .as(answer.request().uri() + "\n" + answer.body())
          .isTrue();
      assertThat(answer.body()).doesNotContain("Exception", "\tat ");
    }
  }
}
