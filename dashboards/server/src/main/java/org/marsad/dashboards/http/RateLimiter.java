// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import io.javalin.http.TooManyRequestsResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Holds every client to the {@link RateLimit}, by its address. */
public final class RateLimiter {
  /** Whoever has not asked for longest is forgotten first. */
  private static final int MAX_CLIENTS = 10_000;

  private final RateLimit limit;
  private final ClientAddresses clients;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MAX_CLIENTS;
        }
      };

  public RateLimiter(RateLimit limit, ClientAddresses clients) {
    this.limit = limit;
    this.clients = clients;
  }

  /**
   * Takes what the answer costs.
   *
   * @throws TooManyRequestsResponse when to ask again, which {@code Retry-After} says too
   */
  void take(Cost cost, Context context) {
    String client = clients.of(context);
    ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(cost.tokens());
    if (!probe.isConsumed()) {
      long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
      context.header("Retry-After", Long.toString(seconds));
      throw new TooManyRequestsResponse(
          "Too much has been asked for from " + client + ": wait " + seconds + " s.");
    }
  }

  private synchronized Bucket bucket(String client) {
    return buckets.computeIfAbsent(
        client,
        key ->
            Bucket.builder()
                .addLimit(
                    bandwidth ->
                        bandwidth
                            .capacity(limit.burst())
                            .refillGreedy(limit.perSecond(), Duration.ofSeconds(1)))
                .build());
  }
}
