// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.keyed;

import org.marsad.sources.catalogue.OutletFeed;

/** Reads the options of a stream, which the reader of {@code networks.yaml} has checked. */
public final class Options {
  private Options() {}

  /**
   * @throws NumberFormatException where the option is no whole number
   */
  public static long number(OutletFeed feed, String name, long absent) {
    String value = feed.options().get(name);
    return value == null ? absent : Long.parseLong(value);
  }
}
