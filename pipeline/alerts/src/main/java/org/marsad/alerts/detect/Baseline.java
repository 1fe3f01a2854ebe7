// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.detect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * What the past lets expect: a log-linear model of level, trend and cycles, fitted by penalised
 * quasi-likelihood to the buckets before the guard band.
 *
 * <p>Newer buckets weigh more, and past outbreaks less: a bucket whose Anscombe residual is above 3
 * gets a weight that falls with the fourth power of it. Farrington et al. (1996) and Noufaily et
 * al. (2013) take the square, under which an outbreak of twenty times the usual still inflates the
 * dispersion. The fit starts from the median for the same reason. Trend and factors have normal
 * priors around "none", so that a short or sparse past yields a plain mean rather than a wild
 * guess.
 */
final class Baseline {
  private static final int ROUNDS = 3;
  private static final int STEPS = 12;
  private static final double CONVERGED = 1e-3;

  /** A step of the fit may change a mean by at most this factor's logarithm. */
  private static final double LARGEST_STEP = 2;

  private static final double SURPRISE = 3;
  private static final double MEDIAN_OF_CHI_SQUARE = 0.4549;

  /** Precisions of the priors: of the level, of the trend per half-life, of a phase's factor. */
  private static final double LEVEL_PRECISION = 0.1;

  private static final double FACTOR_PRECISION = 1;

  private static final int LEVEL = 0;
  private static final int TREND = 1;

  private final Method.Past past;
  private final List<Bucket> buckets;
  private final int size;
  private final int[][] columns;
  private final double[] penalty;
  private final double[] coefficients;
  private final double[] weights;
  private final int newest;
  private final double startLevel;
  private double dispersion = 1;
  private LinearSolverDense<DMatrixRMaj> information;

  /**
   * @param buckets consecutive, oldest first; the last is the one to judge
   */
  Baseline(Method.Past past, List<Bucket> buckets) {
    this.past = past;
    this.buckets = buckets;
    this.size = 2 + past.cycles().stream().mapToInt(cycle -> cycle.length).sum();
    this.columns = buckets.stream().map(bucket -> columns(past, bucket)).toArray(int[][]::new);
    this.newest = buckets.size() - past.guard();
    this.penalty = new double[size];
    Arrays.fill(penalty, FACTOR_PRECISION);
    penalty[LEVEL] = LEVEL_PRECISION;
    penalty[TREND] = past.trendPrecision();
    this.coefficients = new double[size];
    this.weights = new double[Math.max(newest, 0)];
    double usual = median();
    this.startLevel = Math.log(usual);
    coefficients[LEVEL] = startLevel;
    dispersion = Math.max(1, medianSquare(usual) / MEDIAN_OF_CHI_SQUARE);
    discountOutbreaks();
    this.information = fit();
    for (int round = 0; round < ROUNDS; round++) {
      dispersion = measureDispersion();
      discountOutbreaks();
      information = fit();
    }
    dispersion = measureDispersion();
  }

  /** Of the sum of the last buckets that have data. */
  Forecast forecast(int span) {
    double[] gradient = new double[size];
    double mean = 0;
    for (int i = Math.max(0, buckets.size() - span); i < buckets.size(); i++) {
      if (isKnown(i) || span == 1) {
        double part = mean(i);
        mean += part;
        gradient[LEVEL] += part;
        gradient[TREND] += part * trend(i);
        for (int column : columns[i]) {
          gradient[column] += part;
        }
      }
    }
    double uncertainty = CommonOps_DDRM.dot(column(gradient), solve(information, gradient)) / mean;
    return new Forecast(mean, dispersion + uncertainty);
  }

  /** Fisher's scoring, which is Newton's method on the penalised deviance. */
  private LinearSolverDense<DMatrixRMaj> fit() {
    LinearSolverDense<DMatrixRMaj> factored = LinearSolverFactory_DDRM.chol(size);
    double step;
    int steps = 0;
    do {
      double[][] matrix = new double[size][size];
      double[] gradient = new double[size];
      for (int j = 0; j < size; j++) {
        double prior = j == LEVEL ? startLevel : 0;
        matrix[j][j] = penalty[j];
        gradient[j] = penalty[j] * (prior - coefficients[j]);
      }
      for (int i = 0; i < newest; i++) {
        if (weights[i] > 0) {
          double mean = mean(i);
          double weight = weights[i] / dispersion;
          add(i, weight * mean, weight * (count(i) - mean), matrix, gradient);
        }
      }
      factored.setA(new DMatrixRMaj(matrix));
      DMatrixRMaj change = solve(factored, gradient);
      step = 0;
      for (int j = 0; j < size; j++) {
        double bounded = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, change.get(j)));
        coefficients[j] += bounded;
        step = Math.max(step, Math.abs(bounded));
      }
    } while (step > CONVERGED && ++steps < STEPS);
    return factored;
  }

  private static DMatrixRMaj solve(LinearSolverDense<DMatrixRMaj> equations, double[] right) {
    DMatrixRMaj solution = new DMatrixRMaj(right.length, 1);
    equations.solve(column(right), solution);
    return solution;
  }

  private static DMatrixRMaj column(double[] values) {
    return new DMatrixRMaj(values.length, 1, true, values);
  }

  /** To the upper triangle, which is all that the decomposition reads. */
  private void add(int i, double weight, double residual, double[][] matrix, double[] gradient) {
    double trend = trend(i);
    gradient[LEVEL] += residual;
    gradient[TREND] += residual * trend;
    matrix[LEVEL][LEVEL] += weight;
    matrix[LEVEL][TREND] += weight * trend;
    matrix[TREND][TREND] += weight * trend * trend;
    for (int a = 0; a < columns[i].length; a++) {
      int row = columns[i][a];
      gradient[row] += residual;
      matrix[LEVEL][row] += weight;
      matrix[TREND][row] += weight * trend;
      for (int b = 0; b <= a; b++) {
        matrix[columns[i][b]][row] += weight;
      }
    }
  }

  private double measureDispersion() {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < newest; i++) {
      if (weights[i] > 0) {
        double mean = mean(i);
        double residual = count(i) - mean;
        sum += weights[i] * residual * residual / mean;
        weight += weights[i];
      }
    }
    int free = 1 + past.cycles().stream().mapToInt(cycle -> cycle.length - 1).sum();
    return Math.max(1, sum / Math.max(weight - free - 2, weight / 4));
  }

  /** Without cycles nobody can tell an outbreak from a weekend. */
  private void discountOutbreaks() {
    boolean discounts = !past.cycles().isEmpty();
    for (int i = 0; i < newest; i++) {
      if (isKnown(i)) {
        double ratio = discounts ? SURPRISE / Math.max(surprise(i, mean(i)), SURPRISE) : 1;
        weights[i] = recency(i) * ratio * ratio * ratio * ratio;
      }
    }
  }

  /** The Anscombe residual, which is nearly normal. */
  private double surprise(int i, double mean) {
    return 1.5
        * (Math.pow(count(i), 2.0 / 3) - Math.pow(mean, 2.0 / 3))
        / (Math.pow(mean, 1.0 / 6) * Math.sqrt(dispersion));
  }

  /** The median count, but never 0: where to start, whatever outbreaks there have been. */
  private double median() {
    return Math.max(
        0.1, middle(IntStream.range(0, newest).filter(this::isKnown).mapToDouble(this::count)));
  }

  private double medianSquare(double mean) {
    return middle(
        IntStream.range(0, newest)
            .filter(this::isKnown)
            .mapToDouble(i -> surprise(i, mean) * surprise(i, mean)));
  }

  private static double middle(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private boolean isKnown(int i) {
    return buckets.get(i).count() != null;
  }

  private double mean(int i) {
    double sum = coefficients[LEVEL] + coefficients[TREND] * trend(i);
    for (int column : columns[i]) {
      sum += coefficients[column];
    }
    return Math.exp(Math.min(sum, 30));
  }

  private long count(int i) {
    Long count = buckets.get(i).count();
    return count == null ? 0 : count;
  }

  private double recency(int i) {
    return Math.pow(0.5, (newest - 1 - i) / past.halfLife());
  }

  /** Time in half-lives, 0 at the judged bucket. */
  private double trend(int i) {
    return (i - (buckets.size() - 1)) / past.halfLife();
  }

  /** Which coefficients, besides level and trend, a bucket's phases choose. */
  private static int[] columns(Method.Past past, Bucket bucket) {
    int[] columns = new int[past.cycles().size()];
    int offset = TREND + 1;
    for (int c = 0; c < columns.length; c++) {
      Cycle cycle = past.cycles().get(c);
      columns[c] = offset + cycle.phase(bucket.start());
      offset += cycle.length;
    }
    return columns;
  }
}
