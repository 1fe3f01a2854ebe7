// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.message;

import com.ibm.icu.text.NumberFormat;

/** Writes numbers as a language does, no more exact than they are. */
final class Figures {
  private static final double LEAST_P = 0.0001;

  private final Catalogue words;

  Figures(Catalogue words) {
    this.words = words;
  }

  /** To one decimal. */
  static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }

  String decimal(double value) {
    return format(NumberFormat.getNumberInstance(words.locale()), value, 1);
  }

  String percent(double share) {
    return format(NumberFormat.getPercentInstance(words.locale()), share, 0);
  }

  /** A probability; tiny ones are "< 0.0001". */
  String probability(double p) {
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    return p < LEAST_P ? "< " + format(format, LEAST_P, 4) : format(format, p, 4);
  }

  private static String format(NumberFormat format, double value, int decimals) {
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }
}
