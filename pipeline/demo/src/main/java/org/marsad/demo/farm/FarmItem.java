// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.demo.farm;

import java.time.Instant;
import java.util.Random;

/**
 * One item of a feed. All of it follows from the feed's number, its own and the seed.
 *
 * @param number from 0, in the order of publication
 * @param url of its page
 */
public record FarmItem(int feed, int number, Fate fate, String url, Instant published, long seed) {
  private static final int ODD = 7_919;

  static FarmItem of(int feed, int number, String origin, Instant published, long seed) {
    long own = seed + (long) feed * ODD + number;
    // The first of a feed has nothing before it to copy.
    Fate fate = number == 0 ? Fate.ARTICLE : Fate.of(new Random(own * ODD).nextInt(100));
    String folder = fate == Fate.DISALLOWED ? "/private/" : "/news/";
    return new FarmItem(feed, number, fate, origin + folder + feed + "/" + number, published, own);
  }

  /** What its words are made of: items with the same have the same words. */
  public long words() {
    return fate == Fate.COPY ? seed - 1 : seed;
  }
}
