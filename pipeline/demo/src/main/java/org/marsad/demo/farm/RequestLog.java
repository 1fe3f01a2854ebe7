// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo.farm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** When a host was asked for what. */
final class RequestLog {
  private record Request(long nanos, String path) {}

  private final List<Request> requests = new ArrayList<>();

  synchronized void add(String path) {
    requests.add(new Request(System.nanoTime(), path));
  }

  synchronized long count(String prefix) {
    return requests.stream().filter(request -> request.path().startsWith(prefix)).count();
  }

  /** How often two requests came closer to each other than this, but for robots.txt. */
  synchronized long closerThan(Duration limit) {
    long close = 0;
    Request before = null;
    for (Request request : requests) {
      if (request.path().equals("/robots.txt")) {
        continue;
      }
      if (before != null && request.nanos() - before.nanos() < limit.toNanos()) {
        close++;
      }
      before = request;
    }
    return close;
  }

  /** The times between two requests for the same path. */
  synchronized List<Duration> gaps(String path) {
    List<Duration> gaps = new ArrayList<>();
    Request before = null;
    for (Request request : requests) {
      if (!request.path().equals(path)) {
        continue;
      }
      if (before != null) {
        gaps.add(Duration.ofNanos(request.nanos() - before.nanos()));
      }
      before = request;
    }
    return gaps;
  }
}
