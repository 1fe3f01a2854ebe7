// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.prevalence;

/**
 * By how much one share exceeds another, -1 to 1 each.
 *
 * @param difference of the corrected shares
 * @param low lower end of the interval that holds the true difference with a probability of 0.95,
 *     never above {@code difference}
 * @param high its upper end, never below {@code difference}
 */
public record Difference(double difference, double low, double high) {
  /** Whether the shares differ by more than the errors and chance explain. */
  public boolean tells() {
    return low > 0 || high < 0;
  }
}
