// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

/** The normal equations of a penalised fit, factored by Cholesky: {@code A = L Lᵀ}. */
final class Cholesky {
  private final double[][] lower;

  /**
   * @param matrix symmetric and positive definite, of which the lower triangle is read
   */
  Cholesky(double[][] matrix) {
    int size = matrix.length;
    lower = new double[size][];
    for (int i = 0; i < size; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double rest = matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
      }
    }
  }

  /** The x of {@code A x = right}. */
  double[] solve(double[] right) {
    double[] x = forward(right);
    for (int i = x.length - 1; i >= 0; i--) {
      x[i] /= lower[i][i];
      for (int k = 0; k < i; k++) {
        x[k] -= lower[i][k] * x[i];
      }
    }
    return x;
  }

  /** The quadratic form {@code vᵀ A⁻¹ v}. */
  double inverseForm(double[] v) {
    double sum = 0;
    for (double part : forward(v)) {
      sum += part * part;
    }
    return sum;
  }

  private double[] forward(double[] right) {
    double[] x = right.clone();
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }
}
