// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.index.trend;

/**
 * Documents of two ranges of different lengths.
 *
 * @param before what is explained, in the first range; {@code after} in the second
 * @param wholeBefore of which it is a part
 */
public record Rates(long before, long wholeBefore, long after, long wholeAfter) {

  /**
   * The change per day in two parts, which are its sum: by how much it would have changed had only
   * the amount of the whole changed, and had only the share (the midpoint form of Kitagawa 1955,
   * Journal of the American Statistical Association 50).
   */
  public record Effects(double volume, double share) {
    public double sum() {
      return volume + share;
    }
  }

  Effects effects(long daysBefore, long daysAfter) {
    double wholeThen = wholeBefore / (double) daysBefore;
    double wholeNow = wholeAfter / (double) daysAfter;
    double then = share(before, wholeBefore, share(after, wholeAfter, 0));
    double now = share(after, wholeAfter, then);
    return new Effects(
        (wholeNow - wholeThen) * (then + now) / 2, (now - then) * (wholeThen + wholeNow) / 2);
  }

  /** Where there is nothing of the whole, no share has changed. */
  private static double share(long part, long whole, double otherwise) {
    return whole == 0 ? otherwise : part / (double) whole;
  }
}
