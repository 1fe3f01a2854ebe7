// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/** People who ask at the same time, each one thing after the other, with pauses to look at it. */
final class PageLoad {
  private static final long SEED = 20_261_128;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final int users;
  private final Duration look;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param look the mean pause of a user between an answer and the next request
   */
  PageLoad(int users, Duration look) {
    this.users = users;
    this.look = look;
  }

  private record Answer(String kind, double millis) {}

  /**
   * Milliseconds from a request to the end of its answer, sorted, by kind.
   *
   * @param requests makes a request of a kind
   * @throws IOException if one is not answered with 200
   */
  Map<String, double[]> run(
      List<String> kinds, BiFunction<String, Random, URI> requests, Duration time)
      throws Exception {
    long end = System.nanoTime() + time.toNanos();
    ExecutorService pool = Executors.newFixedThreadPool(users);
    try {
      List<Future<List<Answer>>> all = new ArrayList<>();
      for (int user = 0; user < users; user++) {
        Random random = new Random(SEED + user);
        all.add(pool.submit(() -> use(kinds, requests, end, random)));
      }
      Map<String, List<Double>> times = new TreeMap<>();
      for (Future<List<Answer>> one : all) {
        for (Answer answer : one.get()) {
          times.computeIfAbsent(answer.kind(), kind -> new ArrayList<>()).add(answer.millis());
        }
      }
      Map<String, double[]> sorted = new TreeMap<>();
      times.forEach(
          (kind, found) -> sorted.put(kind, found.stream().mapToDouble(d -> d).sorted().toArray()));
      return sorted;
    } finally {
      pool.shutdownNow();
    }
  }

  private List<Answer> use(
      List<String> kinds, BiFunction<String, Random, URI> requests, long end, Random random)
      throws IOException, InterruptedException {
    List<Answer> answers = new ArrayList<>();
    while (System.nanoTime() < end) {
      Thread.sleep((long) (look.toMillis() * 2 * random.nextDouble()));
      String kind = kinds.get(random.nextInt(kinds.size()));
      URI address = requests.apply(kind, random);
      long started = System.nanoTime();
      int status =
          client
              .send(
                  HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                  BodyHandlers.discarding())
              .statusCode();
      answers.add(new Answer(kind, (System.nanoTime() - started) / 1e6));
      if (status != 200) {
        throw new IOException(address + " is answered with " + status);
      }
    }
    return answers;
  }
}
