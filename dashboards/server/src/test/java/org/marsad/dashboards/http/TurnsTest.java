// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crowd of one person, and somebody else. */
class TurnsTest {
  private static final int CROWD = 30;
  private static final int LIMIT_SECONDS = 60;
  private static final RateLimit LIMIT = new RateLimit(100_000, 100_000, 8, 1);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Until it opens, nothing that costs much is answered but to those who do not wait. */
  private final CountDownLatch done = new CountDownLatch(1);

  private final Javalin javalin = serve();

  @BeforeEach
  void start() {
    javalin.start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    done.countDown();
    javalin.stop();
  }

  private Javalin serve() {
    List<Endpoint> endpoints =
        List.of(
            endpoint("/look", Cost.SMALL),
            endpoint("/search", Cost.MIDDLE),
            endpoint("/export", Cost.GREAT));
    return Javalin.create(
        config -> {
          config.startup.showJavalinBanner = false;
          Routes.add(
              endpoints,
              new RateLimiter(LIMIT, new ClientAddresses(null)),
              (access, context) ->
                  context.attribute(
                      Request.ACCOUNT, Objects.requireNonNull(context.header("Account"))),
              config.routes);
        });
  }

  private Endpoint endpoint(String path, Cost cost) {
    return Endpoint.get(path)
        .access(Access.READ)
        .costs(cost)
        .summary("Answers late, unless it is asked by somebody else")
        .answers(String.class)
        .handle(
            request -> {
              if ("crowd".equals(request.context().header("Account"))) {
                assertThat(done.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
              }
              return "answer";
            });
  }

  @Test
  void holdsNobodyElseUp() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> searches = crowd("/search", CROWD - 8);
    List<CompletableFuture<HttpResponse<String>>> exports = crowd("/export", CROWD - 1);

    assertThat(send("/search", "other").join().statusCode()).isEqualTo(200);
    assertThat(send("/export", "other").join().statusCode()).isEqualTo(200);
    done.countDown();
    assertThat(statuses(searches)).hasSize(CROWD).filteredOn(status -> status == 200).hasSize(8);
    assertThat(statuses(exports)).hasSize(CROWD).filteredOn(status -> status == 200).hasSize(1);
    assertThat(send("/search", "crowd").join().statusCode()).as("afterwards").isEqualTo(200);
    assertThat(send("/export", "crowd").join().statusCode()).as("afterwards").isEqualTo(200);
  }

  @Test
  void letsEverybodyLookAtWhatIsAtHand() throws Exception {
    crowd("/search", CROWD - 8);
    CompletableFuture<HttpResponse<String>> look = send("/look", "crowd");

    done.countDown();
    assertThat(look.join().statusCode()).isEqualTo(200);
  }

  @Test
  void saysWhyAndWhenToAskAgain() throws Exception {
    crowd("/search", CROWD - 8);
    crowd("/export", CROWD - 1);
    HttpResponse<String> search = send("/search", "crowd").join();
    HttpResponse<String> export = send("/export", "crowd").join();

    assertThat(search.statusCode()).isEqualTo(429);
    assertThat(search.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(search.body()).contains("8 searches", "ask again");
    assertThat(export.statusCode()).isEqualTo(429);
    assertThat(export.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(export.body()).contains("export", "ask again");
  }

  /** Asks for the same thirty times at once, and returns when as many as expected are refused. */
  private List<CompletableFuture<HttpResponse<String>>> crowd(String path, int refused)
      throws Exception {
    CountDownLatch refusals = new CountDownLatch(refused);
    List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
    for (int number = 0; number < CROWD; number++) {
      asked.add(
          send(path, "crowd")
              .whenComplete(
                  (answer, fault) -> {
                    if (answer != null && answer.statusCode() == 429) {
                      refusals.countDown();
                    }
                  }));
    }
    assertThat(refusals.await(LIMIT_SECONDS, TimeUnit.SECONDS)).as("refused").isTrue();
    return asked;
  }

  private CompletableFuture<HttpResponse<String>> send(String path, String account) {
    URI address = URI.create("http://127.0.0.1:" + javalin.port() + path);
    return client.sendAsync(
        HttpRequest.newBuilder(address).header("Account", account).build(),
        BodyHandlers.ofString());
  }

  private static List<Integer> statuses(List<CompletableFuture<HttpResponse<String>>> asked) {
    return asked.stream().map(one -> one.join().statusCode()).toList();
  }
}
