// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

/** How the weights of a head are learned. */
public enum Method {
  /** Logistic regression on the features as they are. */
  REGRESSION(4),
  /**
   * Logistic regression on features scaled by their naive Bayes log-count ratios, which serves
   * short texts well (Wang and Manning 2012).
   */
  RATIO_REGRESSION(10),
  /** Logistic regression for the floor, which it serves best with this C. */
  PLAIN_REGRESSION(10);

  /** liblinear's C, chosen by cross-validation on the offence sets. */
  final double cost;

  Method(double cost) {
    this.cost = cost;
  }
}
