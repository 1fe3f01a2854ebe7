// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.classifiers.prevalence;

/**
 * Which share of the counted texts is positive, 0 to 1 each.
 *
 * @param called share that the classifier called positive
 * @param prevalence share that is positive, corrected for the classifier's errors
 * @param low lower end of the interval that holds the true share with a probability of 0.95, never
 *     above {@code prevalence}
 * @param high its upper end, never below {@code prevalence}
 */
public record PrevalenceEstimate(double called, double prevalence, double low, double high) {
  static PrevalenceEstimate of(double called, double prevalence, Interval interval) {
    return new PrevalenceEstimate(called, prevalence, interval.low(), interval.high());
  }
}
