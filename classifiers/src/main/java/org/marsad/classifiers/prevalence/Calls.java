// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.prevalence;

/**
 * What a classifier called of some texts.
 *
 * @param called how many of them positive
 * @param documents how many there are
 */
public record Calls(int called, int documents) {
  /**
   * @throws IllegalArgumentException if more were called than there are
   */
  public Calls {
    if (called < 0 || called > documents) {
      throw new IllegalArgumentException(called + " of " + documents + " texts is no share");
    }
  }
}
