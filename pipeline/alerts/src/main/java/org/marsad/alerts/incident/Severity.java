// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.incident;

import java.util.stream.LongStream;

/** How severe a bucket's documents are together. */
final class Severity {
  private static final long LEAST_DOCUMENTS = 3;
  private static final double LEAST_PART = 0.1;

  private Severity() {}

  /**
   * The highest intensity that enough documents reach: at least a tenth of them and at least three,
   * or all where there are fewer. One text alone does not make a rise severe.
   *
   * @param documents how many there are of each intensity, 0 to 5
   * @return 0 to 5
   */
  static int of(long[] documents) {
    long all = LongStream.of(documents).sum();
    double enough = Math.max(LEAST_PART * all, Math.min(LEAST_DOCUMENTS, all));
    long reaching = 0;
    for (int intensity = documents.length - 1; intensity > 0; intensity--) {
      reaching += documents[intensity];
      if (reaching > 0 && reaching >= enough) {
        return intensity;
      }
    }
    return 0;
  }
}
