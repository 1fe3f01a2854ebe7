// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.metrics;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests there were, how they were answered and how long that took. By the path as it is
 * declared, without what stands for its variables: nobody sees here who looked at what.
 */
public final class RequestMetrics {
  /** Upper bounds in seconds; half a second is what a page may take. */
  private static final double[] BOUNDS = {0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

  /** Of files of the pages, and of what there is not. */
  private static final String OTHER = "other";

  private final Map<Answered, LongAdder> answers = new ConcurrentSkipListMap<>();
  private final Map<String, Times> times = new ConcurrentSkipListMap<>();

  private record Answered(String path, String method, int status) implements Comparable<Answered> {
    @Override
    public int compareTo(Answered other) {
      int byPath = path.compareTo(other.path);
      int byMethod = byPath == 0 ? method.compareTo(other.method) : byPath;
      return byMethod == 0 ? Integer.compare(status, other.status) : byMethod;
    }
  }

  private static final class Times {
    private final LongAdder[] upTo = new LongAdder[BOUNDS.length];
    private final LongAdder all = new LongAdder();
    private final LongAdder micros = new LongAdder();

    private Times() {
      for (int n = 0; n < upTo.length; n++) {
        upTo[n] = new LongAdder();
      }
    }

    private void add(double millis) {
      for (int n = 0; n < BOUNDS.length; n++) {
        if (millis <= BOUNDS[n] * 1_000) {
          upTo[n].increment();
        }
      }
      micros.add(Math.round(millis * 1_000));
      all.increment();
    }
  }

  /** Takes a request that has been answered. */
  public void count(Context context, double millis) {
    Endpoint declared = context.endpoints().matchedHttpEndpoint();
    String path = declared == null ? OTHER : declared.path;
    answers
        .computeIfAbsent(
            new Answered(path, context.method().name(), context.statusCode()),
            key -> new LongAdder())
        .increment();
    times.computeIfAbsent(path, key -> new Times()).add(millis);
  }

  void write(MetricsText text) {
    text.counter("marsad_http_requests_total", "Requests by how they were answered.");
    answers.forEach(
        (key, count) ->
            text.sample(
                labels("method", key.method, "path", key.path, "status", "" + key.status),
                count.sum()));
    text.histogram("marsad_http_request_seconds", "How long answers took.");
    times.forEach((path, taken) -> write(text, path, taken));
  }

  private static void write(MetricsText text, String path, Times taken) {
    for (int n = 0; n < BOUNDS.length; n++) {
      text.sample("_bucket", labels("path", path, "le", "" + BOUNDS[n]), taken.upTo[n].sum());
    }
    text.sample("_bucket", labels("path", path, "le", "+Inf"), taken.all.sum());
    text.sample("_sum", Map.of("path", path), taken.micros.sum() / 1_000_000.0);
    text.sample("_count", Map.of("path", path), taken.all.sum());
  }

  private static Map<String, String> labels(String... namesAndValues) {
    Map<String, String> labels = new TreeMap<>();
    for (int n = 0; n < namesAndValues.length; n += 2) {
      labels.put(namesAndValues[n], namesAndValues[n + 1]);
    }
    return labels;
  }
}
