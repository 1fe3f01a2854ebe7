// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.dashboards.feedback;

import org.jspecify.annotations.Nullable;

/**
 * A share of texts with its uncertainty: the score interval (Wilson 1927, JASA 22), which keeps its
 * promise for few texts and for shares near 0 and 1.
 *
 * @param low lower end of the interval that holds the true share with a probability of 0.95
 * @param of how many texts there are, at least one
 */
record Share(double share, double low, double high, int of) {
  private static final double Z = 1.959964;

  /** Null of no texts at all. */
  static @Nullable Share of(int some, int of) {
    if (of == 0) {
      return null;
    }
    double share = some / (double) of;
    double scale = 1 + Z * Z / of;
    double middle = (share + Z * Z / (2 * of)) / scale;
    double half = Z / scale * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
    return new Share(share, Math.max(0, middle - half), Math.min(1, middle + half), of);
  }
}
