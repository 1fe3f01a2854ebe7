// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Holds every client to the {@link RateLimit}. */
public final class RateLimiter {
  /** Whoever has not asked for longest is forgotten first. */
  private static final int MAX_CLIENTS = 10_000;

  private final RateLimit limit;
  private final ClientAddresses clients;
  private final Turns turns;
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
    this.turns = new Turns(limit);
  }

  /**
   * Takes what the answer costs, by the client's address: before it is known who asks, and whether
   * they may.
   *
   * @throws io.javalin.http.TooManyRequestsResponse when to ask again
   */
  void take(Cost cost, Context context) {
    String client = clients.of(context);
    ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(cost.tokens());
    if (!probe.isConsumed()) {
      long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
      throw Later.in(
          seconds,
          context,
          "Too much has been asked for from " + client + ": wait " + seconds + " s.");
    }
  }

  /**
   * Answers somebody whom the gate has let in, unless much is being worked out for them already.
   *
   * @throws io.javalin.http.TooManyRequestsResponse when to ask again
   */
  void answer(Cost cost, Context context, Turns.Work work) throws Exception {
    String account = context.attribute(Request.ACCOUNT);
    String person = account == null ? clients.of(context) : account;
    turns.take(person, cost, context, work);
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
