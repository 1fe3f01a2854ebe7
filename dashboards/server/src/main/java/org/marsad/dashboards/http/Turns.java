// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.http;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;

/**
 * How many answers that cost much are worked out for one person at once: by account, whichever key
 * or browser asks, else by address. Whoever asks for thirty exports together has some refused, and
 * the index stays free for others. Thread-safe.
 */
final class Turns {
  private static final int SECONDS = 1;
  private static final int SECONDS_OF_THE_GREAT = 5;

  private final RateLimit limit;
  private final Map<Turn, Integer> underWay = new HashMap<>();

  private record Turn(String person, Cost cost) {}

  /** Answers. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  Turns(RateLimit limit) {
    this.limit = limit;
  }

  /**
   * Does the work, unless too much is being done for this person already.
   *
   * @throws io.javalin.http.TooManyRequestsResponse when to ask again
   */
  void take(String person, Cost cost, Context context, Work work) throws Exception {
    if (cost == Cost.SMALL) {
      work.run();
      return;
    }
    Turn turn = new Turn(person, cost);
    int most = cost == Cost.GREAT ? limit.greatAtOnce() : limit.atOnce();
    if (!begin(turn, most)) {
      throw cost == Cost.GREAT
          ? Later.in(
              SECONDS_OF_THE_GREAT,
              context,
              "An export or a preview of yours is still being worked out: ask again when it is"
                  + " done.")
          : Later.in(
              SECONDS,
              context,
              most
                  + " searches and counts of yours are being worked out, and more at once would"
                  + " keep others waiting: ask again when one of them is done.");
    }
    try {
      work.run();
    } finally {
      end(turn);
    }
  }

  private synchronized boolean begin(Turn turn, int most) {
    int before = underWay.getOrDefault(turn, 0);
    if (before >= most) {
      return false;
    }
    underWay.put(turn, before + 1);
    return true;
  }

  private synchronized void end(Turn turn) {
    underWay.computeIfPresent(turn, (key, number) -> number == 1 ? null : number - 1);
  }
}
