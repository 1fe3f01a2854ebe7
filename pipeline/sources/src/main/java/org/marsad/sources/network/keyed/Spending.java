// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.sources.network.keyed;

/**
 * What a stream has used up, as its cursor keeps it.
 *
 * @param period the day or month, as {@link Allowance} names it
 */
public record Spending(String period, long spent) {
  public static final Spending NONE = new Spending("", 0);
}
