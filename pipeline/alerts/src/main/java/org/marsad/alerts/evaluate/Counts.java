// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.evaluate;

import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** Draws, which a seed repeats. */
final class Counts {
  private final SplittableRandom random;
  private final UniformRandomProvider source;

  Counts(long seed) {
    this(new SplittableRandom(seed));
  }

  private Counts(SplittableRandom random) {
    this.random = random;
    this.source = random::nextLong;
  }

  /** Draws of its own, so that what is drawn from it moves nothing else. */
  Counts split() {
    return new Counts(random.split());
  }

  double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  double normal() {
    return NormalDistribution.of(0, 1).createSampler(source).sample();
  }

  double logNormal(double mu, double sigma) {
    return LogNormalDistribution.of(mu, sigma).createSampler(source).sample();
  }

  long poisson(double mean) {
    return mean > 0 ? PoissonDistribution.of(mean).createSampler(source).sample() : 0;
  }

  /** A Poisson count whose mean varies by a gamma distribution. */
  long negativeBinomial(double mean, double dispersion) {
    if (dispersion <= 1) {
      return poisson(mean);
    }
    double size = mean / (dispersion - 1);
    return poisson(GammaDistribution.of(size, dispersion - 1).createSampler(source).sample());
  }
}
