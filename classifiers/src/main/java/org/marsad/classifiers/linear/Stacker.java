// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.linear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;

/**
 * Logistic regression on the scores of other heads (stacked generalisation, Wolpert 1992).
 *
 * @param factors one for each head
 */
public record Stacker(double[] factors, double offset) {
  private static final double COST = 1;
  private static final double TOLERANCE = 1e-4;

  /**
   * Fits factors.
   *
   * @param rows scores of the heads, made without the row's own label
   * @param truths one for each row
   */
  public static Stacker fit(List<double[]> rows, boolean[] truths) {
    int width = rows.get(0).length;
    double[] means = new double[width];
    double[] deviations = new double[width];
    for (int column = 0; column < width; column++) {
      int at = column;
      double mean = rows.stream().mapToDouble(row -> row[at]).average().orElse(0);
      double variance =
          rows.stream().mapToDouble(row -> (row[at] - mean) * (row[at] - mean)).average().orElse(0);
      means[column] = mean;
      deviations[column] = Math.sqrt(variance) + 1e-9;
    }
    Problem problem = new Problem();
    problem.l = rows.size();
    problem.n = width + 1;
    problem.x = new Feature[rows.size()][width + 1];
    problem.y = new double[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int column = 0; column < width; column++) {
        double standard = (rows.get(i)[column] - means[column]) / deviations[column];
        problem.x[i][column] = new FeatureNode(column + 1, standard);
      }
      problem.x[i][width] = new FeatureNode(width + 1, 1);
      problem.y[i] = truths[i] ? 1 : -1;
    }
    Linear.resetRandom();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE));
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] learned = model.getFeatureWeights();
    double[] factors = new double[width];
    double offset = sign * learned[width];
    for (int column = 0; column < width; column++) {
      factors[column] = sign * learned[column] / deviations[column];
      offset -= factors[column] * means[column];
    }
    return new Stacker(factors, offset);
  }

  /** The stacked score of a row. */
  public double score(double[] row) {
    double score = offset;
    for (int column = 0; column < factors.length; column++) {
      score += factors[column] * row[column];
    }
    return score;
  }
}
