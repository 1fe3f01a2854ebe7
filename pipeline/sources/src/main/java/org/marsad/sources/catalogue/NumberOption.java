// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.catalogue;

/**
 * A whole number that a network's streams are given.
 *
 * @param name in the file and among the options of a feed
 * @param absent what holds where the file says nothing
 * @param least that a stream can do with
 * @param shared whether it is for all streams of the network together
 */
public record NumberOption(String name, long absent, long least, long most, boolean shared) {
  public static final NumberOption DAILY_UNITS =
      new NumberOption("daily-units", 9_000, 1, 10_000_000, true);
  public static final NumberOption BACKFILL_DAYS =
      new NumberOption("backfill-days", 30, 0, 3_650, false);
  public static final NumberOption MONTHLY_READS =
      new NumberOption("monthly-reads", 1_000, 10, 100_000_000, true);
  public static final NumberOption WATCH = new NumberOption("watch", 100, 0, 100, false);

  /** What a feed says of it. */
  public long of(OutletFeed feed) {
    String value = feed.options().get(name);
    return value == null ? absent : Long.parseLong(value);
  }
}
